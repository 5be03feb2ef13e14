export const attendance = {
  'attendance.summary': 'Say whether you come',
  'attendance.example':
    '/attend\n/dd yes\n/attend absent business trip\n/attend SH12 unsure\nAdministrators: /attend SH12 (the list), /attend SH12 add Nguyễn Văn An',
  'attendance.reason_summary': 'Give the reason for an absence',
  'attendance.reason_example': '/reason SH12 business trip',
  'attendance.tick_summary': 'Tick who was there',
  'attendance.tick_example': '/tick SH12',

  'button.present': 'Coming',
  'button.excused': 'Absent with reason',
  'button.unsure': 'Not sure',
  'button.write_reason': 'Give the reason',

  'answer.present': 'coming',
  'answer.excused': 'absent with reason',
  'answer.unsure': 'not sure',

  'attendance.counts': '<i>Coming: {present} · absent with reason: {excused} · not sure: {unsure}</i>',
  'attendance.anew':
    '<i>The day has changed: {n} answered for another one, which does not count for this. Please answer again.</i>',
  'attendance.closed_line': '<i>Attendance is closed.</i>',
  'attendance.noted': 'Noted: {answer}.',
  'attendance.noted_change': 'It can be changed until attendance closes.',
  'attendance.noted_reason': 'The reason is noted; only administrators and coordinators see it. {session}',
  'attendance.reason_sent': 'The reason: please answer in the private message just sent.',
  'attendance.reason_how':
    'To give a reason, please write to the assistant in private: <reply>/reason {code} and why.</reply><form>/attend, the session {code}, “absent” and why.</form>',
  'attendance.ask_reason':
    'What is the reason? Only administrators and coordinators see it. <reply>Please answer right here, or skip it.</reply><form>Press “Answer” to give it, or skip it.</form>',
  'attendance.ask_reason_later':
    'To give the reason (only administrators and coordinators see it), please press “Give the reason”.',
  'attendance.no_reason': 'No reason noted. The answer stays: absent with reason.',
  'attendance.reason_empty': 'Please give the reason in a few words, such as: business trip.',
  'attendance.reason_too_long': 'The reason has {n} characters, at most {max} are kept. Please shorten it.',
  'attendance.unclear': 'It is not clear whether you come. Please choose one.',
  'attendance.which': 'There are several sessions. Which one?\n{sessions}',
  'attendance.which_line_of': '• {session} – {unit}',
  'attendance.which_line': '• {session}',
  'attendance.none_open': 'Attendance is open for no session now. Type /calendar for the coming ones.',
  'attendance.over': '{session} is over. To answer for it, please choose its code.',
  'attendance.cancelled': '{session} is cancelled, so there is no attendance.',
  'attendance.postponed': '{session} is postponed and has no new date yet, so there is no attendance.',
  'attendance.paused': 'The schedule of {session} is stopped for a while, so there is no attendance.',
  'attendance.too_early': '{session} is far ahead. Attendance opens on {from}.',
  'attendance.closed': 'Attendance of {session} is closed. For a correction please tell an administrator.',
  'attendance.closed_for_administrators':
    'Attendance of {session} is closed. Correct the figures with /meeting {code} and the people, such as 18/21.',

  'attendance.list': '<b>Attendance of {session}</b>',
  'attendance.list_came': '<b>Were there ({n})</b>: {names}',
  'attendance.list_present': '<b>Said they come ({n})</b>: {names}',
  'attendance.list_excused': '<b>Absent with reason ({n})</b>: {names}',
  'attendance.list_unsure': '<b>Not sure ({n})</b>: {names}',
  'attendance.list_silent': '<b>No answer yet ({n})</b>: {names}',
  'attendance.list_empty': 'Nobody has answered yet.',
  'attendance.list_reason': '{name} ({reason})',
  'attendance.list_more': '… and {n} more',
  'attendance.list_tick': 'Press a name to tick it (●) or to take the tick away (○).',
  'attendance.list_sent': 'The list of {code} was sent in private.',
  'attendance.list_in_private':
    'The list has names, so it is shown in private only. Please open a private chat with the assistant and type: /attend {code}',
  'button.all_present': 'All who said so were there',
  'button.back': '◀ Back',
  'button.next': 'Next ▶',
  'button.write_figures': 'Give the number',
  'attendance.tick_too_early': '{session} has not begun, so nobody can be ticked yet.',
  'attendance.tick_unknown': 'This name is no longer in the list. Please type again: /attend {code}',
  'attendance.added': '{n} noted as present: {names}. {session}',
  'attendance.name_needed': 'Please give a name behind “add”, such as: /attend SH12 add Nguyễn Văn An',
  'attendance.name_unclear':
    '“{name}” does not look like a name. Please give full names with commas between them, no telephone or identity numbers.',
  'attendance.too_many_names': 'At most {max} names at a time. Please split them.',
  'attendance.same_name':
    'There are {n} people named “{name}” in the list. Please tick the right one with the buttons of the list, or add what tells them apart, such as: {name} (group 3).',

  'attendance.nudge':
    '{session} is near. Please say whether you can come, so that the unit can prepare. You are asked in private only this once for it.',

  'meeting.summary': 'Record a session that was held',
  'meeting.example':
    '/meeting 212/221\n/meeting SH12 212/221 online, 3 sites\n/meeting SH12 present 18/21, excused 2, 431 visits\n/meeting SH12 postponed because of a storm',
  'meeting.note_summary': 'Give the outcome of a session in one line',
  'meeting.note_example': '/outcome SH12 The goals of the second quarter were agreed',
  'meeting.ask': 'How many people came, out of how many? For example: 18/21, excused 2',
  'meeting.ask_note': 'What is the outcome in one line? At most 300 characters; no minutes are needed.',
  'meeting.went':
    'Was {session} held, how many came, and what came of it? Administrators, please press a button, or type one line: /meeting {code} 18/21, outcome: …',
  'meeting.answered_so_far': 'Said they come: {present}; absent with reason: {excused}.',
  'button.held': 'Held',
  'button.postponed': 'Postponed',
  'button.not_held': 'Not held',
  'button.write_note': 'Give the outcome',
  'meeting.held': '✅ {session} is recorded',
  'meeting.postponed': 'Noted: {session} is postponed.',
  'meeting.not_held': 'Noted: {session} was not held.',
  'meeting.new_date': 'When there is a new date, please type: /doilich {code} and the date and time.',
  'meeting.how_many': 'How many people came? For example: 18/21, excused 2',
  'meeting.nothing_yet': 'There are no figures of {session} yet.',
  'meeting.people': '{present} of {expected} people came ({rate}%)',
  'meeting.people_only': '{present} people came',
  'meeting.expected_only': '{expected} people in all',
  'meeting.excused': 'Absent with reason: {n}',
  'meeting.visits': 'Visits: {n} (not added to the people)',
  'meeting.form': 'Held: {mode}',
  'meeting.sites': 'Linked sites: {n}',
  'meeting.note': 'Outcome: {note}',
  'meeting.why': 'Remark: {note}',
  'mode.in_person': 'in person',
  'mode.online': 'online',
  'mode.both': 'in person and online',
  'meeting.unclear':
    'The number of people is not clear. Please give present/expected, such as: 18/21, excused 2',
  'meeting.negative': 'The number of people cannot be negative. Please give it again, such as: 18/21',
  'meeting.not_whole': 'The number of people has to be whole. Please give it again, such as: 18/21',
  'meeting.too_many':
    'This number is too large for one session (it must be below {max}). Is there a digit too many?',
  'meeting.nobody_expected': 'The number expected cannot be 0. Please give it again, such as: 18/21',
  'meeting.more_than_expected':
    '{present} present is more than the {expected} expected. Please give present/expected.',
  'meeting.too_many_excused': '{excused} excused is more than were absent ({absent}). Please give it again.',
  'meeting.does_not_add_up':
    '{present} present and {absent} absent do not add up to {expected}. Please give them again.',
  'meeting.said_twice': 'There are two different numbers for one thing. Please give each once.',
  'meeting.note_empty':
    'Please give the outcome in a few words, such as: the goals of the quarter were agreed',
  'meeting.note_too_long':
    'That has {n} characters, at most {max} are kept. Please shorten it; no minutes are needed.',
  'meeting.not_yet': '{session} has not taken place yet. Please record it afterwards.',
  'meeting.none_yet': 'No session has just taken place. Please give its code, such as: /meeting SH12 18/21',

  'summary.sessions': '• Sessions held: {n}',
  'summary.attended': '{sessions}; {present} of {expected} came ({rate}%)',
  'summary.attended_in_all': '{sessions}; all sessions together {present} of {expected} ({rate}%)',
  'summary.visits': '{sessions}; {n} visits',
  'summary.session_codes': '{sessions} [{codes}]',
} as const;
