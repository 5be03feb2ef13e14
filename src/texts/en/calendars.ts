export const calendars = {
  'button.calendar_file': 'Calendar file (.ics)',
  'calendar_file.whole':
    'The calendar of {unit}: {n} sessions to come. Open the file to add them to the calendar of a phone or a computer.',
  'calendar_file.one': '{code} – {title}. Open the file to add it to the calendar of a phone or a computer.',
  'calendar_file.over': '{code} is over and no longer in the calendar.',
  'calendar_file.what_unknown':
    '“{text}” was not understood. Type /calendar for the next sessions; /calendar file for a file; /calendar SH12 for one session; /calendar address to subscribe.',
  'calendar_file.topic': 'Topic: {topic}',
  'calendar_file.material': 'Material: {name}',
  'calendar_file.cancelled': 'CANCELLED: {title}',
  'calendar_file.postponed': 'POSTPONED: {title}',
  'calendar_file.chair': 'Chair: {chair}',
  'calendar_file.speaker': 'Speaker: {speaker}',

  'calendar_address.shown':
    'The address of the unit’s calendar, for a calendar app (“Add calendar from URL”); it follows every change:\n<code>{url}</code>\nWhoever has this address can see the calendar. Another address: /calendar address new; none: /calendar address off',
  'calendar_address.in_private': 'The address of the calendar was sent to you in private.',
  'calendar_address.renewed':
    'The new address of the calendar (the old one works no longer):\n<code>{url}</code>\nWhoever has this address can see the calendar.',
  'calendar_address.closed': 'The address of the calendar is closed. To open one again: /calendar address',
  'calendar_address.none': 'The calendar of the unit has no address.',
  'calendar_address.off':
    'Calendar addresses are not switched on. Whoever runs the server sets HTTP_PORT and PUBLIC_URL; a file can be had already: /calendar file',
} as const;
