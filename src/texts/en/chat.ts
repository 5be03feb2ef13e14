export const chat = {
  'access.member_only': 'This command is for members of the unit.',
  'access.coordinator_only': 'This command is for coordinators.',
  'access.administrator_only': 'This command is for administrators.',
  'access.unknown_yet':
    '{platform} cannot say yet who is an administrator. The command is kept and tried again within minutes; there is no need to type it again.',
  'access.unknown':
    '{platform} still cannot say who is an administrator, so this command was not done. Please type it again in a few minutes.',
  'role.member': 'member',
  'role.coordinator': 'coordinator',
  'role.administrator': 'administrator',

  'button.skip': 'Skip',
  'button.gone':
    'This message has no such button any more. Please press one that it has, or type the command again.',
  'button.stop': 'Stop',

  'dialog.stopped': 'Stopped. Nothing was recorded.',
  'dialog.nothing': 'Nothing is being entered.',
  'dialog.expired':
    'More than 15 minutes have passed, so that question no longer waits. Please type /{command} again.',
  'dialog.needed': 'This is needed and cannot be skipped. Please answer, or type /huy to stop.',
  'dialog.was_stopped': 'This question was stopped. Please type /{command} again.',
  'dialog.other_stopped': 'The entry under way (/{command}) was stopped.',
  'dialog.choices_to_type': 'Too long for a button; if it is right, please type it:',
  'dialog.choice_to_type': '• {choice}',
  'dialog.not_yours': 'This question is for somebody else, or has been answered.',
  'huy.summary': 'Stop what is being entered',
  'huy.example': '/huy',

  'command.too_long': 'Messages of more than {max} characters are not read. Please send it in several.',
  'command.unknown': 'There is no command “{command}”. Type /help for the list.',
  'command.unknown_near':
    'There is no command “{command}”. Did you mean /{suggestion}? Type /help for the list.',
  'command.none':
    'Please begin with a command, such as /gooddeed to report a good deed. Type /help for the list.',
  'code.format': '“{text}” is not a code. Codes look like VT12, MH5, NL3.',
  'words.unused':
    '{words} was not used. Without these words it reads as the button below; if that is not it, please type this part again.',
  'words.unused_unclear':
    '{words} was not understood. Please type this part again; a time is said like this: 19:30 on the 5th of every month.',
  'words.unused_long':
    '{words} was not used. Without these words it reads: {reading}. If that is right, please type it so; if not, please type this part again.',
  'words.in_long_name':
    '{words} looks like a time or a condition, for which this command has no use. If it is part of the name, please type it again with the name in quotes "…".',
  'words.in_name':
    '{words} looks like a time or a condition, for which this command has no use. If it is part of the name, press the button below; if not, please type it again.',
  'list.more': '… and {n} more.',

  'file.too_large': 'The file “{name}” has {size} KB, at most {max} KB are taken. Please send a smaller one.',
  'file.not_there':
    'The file “{name}” cannot be fetched: it is too large or no longer there. Please send it again.',
  'file.out_of_reach':
    'The file “{name}” cannot be fetched at the moment. Please send it again in a few minutes.',
  'file.lost': 'The file “{name}” is empty or no longer in store, so it cannot be sent.',
  'file.too_large_here': 'The file “{name}” is larger than {max} MB and cannot be sent here.',

  'help.summary': 'How to use the bot',
  'help.example': '/help\n/help gooddeed',
  'help.command': '/{name}',
  'help.line': '{command} – {summary}',
  'help.for_member': '<b>Everyone</b>',
  'help.for_coordinator': '<b>Coordinators</b>',
  'help.for_administrator': '<b>Administrators</b>',
  'help.more': 'Examples of one command: /help gooddeed',
  'help.aliases': '<reply>\nAlso: {aliases}</reply>',
  'help.examples': 'Examples:',

  'error.unexpected':
    'Something went wrong and this was not done. Please try again; if it fails again, give the administrator the reference {ref}.',
  'error.trouble':
    'Nothing can be stored at the moment. Your message is kept and will be answered once this is mended; there is no need to send it again.',
  'error.too_fast':
    'That was rather fast. This message and those right after it were not recorded; please send them again in {seconds} seconds.',
  'error.not_shown': 'Done, but the answer cannot be shown here. /help lists the commands.',
  'error.unreadable':
    'A message to the bot in {channel} could not be read again after a restart (reference {ref}) and was not acted on. Please have it sent again.',
  'error.poison':
    'The bot had to restart twice while it did this, so it was set aside and not done (reference {ref}). Please try another way, and give this reference to whoever runs the bot.',
  'error.unreadable_post':
    'A reminder for {channel} can no longer be read (reference {ref}) and was not sent. Please tell the group.',
} as const;
