export const units = {
  'start.summary': 'Begin',
  'start.example': '/start',
  'start.welcome':
    'Hello! This is the study assistant of {unit}.\n/gooddeed – report a good deed\n/model – report a model, a good practice\n/calendar – the coming sessions\n/help – all commands',
  'start.private':
    'Hello! The assistant works in the group of a unit: add it to the group, then an administrator types /link and the name of the unit. After one command in that group you can also write here.',
  'unit.hello':
    'Hello! This is the study assistant. To begin, an administrator of the group types: /link and the name of the unit, such as: /link Chi bộ ấp 2',
  'unit.back': 'Hello! The assistant is back in the group of {unit}. All records and schedules were kept.',
  'unit.not_linked':
    'This chat is not linked to a unit yet. An administrator types: /link and the name of the unit',
  'unit.unknown_in_private':
    'The unit is not known. Please type a command in the group of the unit first, then write here.',
  'unit.name_needed': 'Please give the name of the unit, such as: Chi bộ ấp 2',
  'unit.name_too_long': 'The name of the unit has more than {max} characters. Please shorten it.',
  'unit.link_in_group': 'This command works in the group of the unit.',
  'unit.already_linked': 'This chat is linked to {unit}. To change that, type: /link {name} confirm',
  'unit.twin':
    'There are two units called {name}: one of this chat, one of another chat. Their reports, codes and schedules are still apart. To have this chat in the other unit, type: /lienket {name} confirm (what this chat has so far stays with its present unit). For the other way round, type it in the other chat.',
  'link.summary': 'Make this chat the channel of a unit',
  'link.example': '/link Chi bộ ấp 2',
  'link.ask_unit': 'What is the unit called? For example: Chi bộ ấp 2',
  'link.done': '✅ This chat is now linked to {unit}. Time zone: {zone}.\nNext: set the monthly session.',
  'button.set_schedule': 'Set a schedule',

  'language.summary': 'Change the language of this chat',
  'language.example': '/language English\n/language tiếng Việt',
  'language.ask': 'Which language should be used in this chat?',
  'language.unknown': 'There are two languages: tiếng Việt and English.',
  'language.done': 'From now on this chat uses English.',

  'grant.summary': 'Give or take away a role',
  'grant.example':
    '/grant Trần Thị Lan coordinator\n/grant @lan administrator\n/grant Lan remove<reply>\nOr in reply to a message of that person: /grant coordinator</reply>',
  'grant.ask_who':
    'Who is it for? Give the name<reply>, or reply to a message of that person with /grant</reply>.',
  'grant.ask_role': 'Which role?',
  'grant.take_away': 'Take the role away',
  'grant.role_unknown': 'There are three choices: coordinator, administrator, remove.',
  'grant.person_unknown':
    '“{name}” has not used the assistant in this chat yet. <reply>Please reply to a message of that person with: /grant coordinator</reply><form>Please type /grant and choose the person from the channel.</form>',
  'grant.person_several': 'Several people match “{name}”: {names}. Please give the full name.',
  'grant.done': '{name} is now {role} of {unit}.',
  'grant.taken_away': '{name} has no special role in {unit} any more.',

  'join.summary': 'Join your Telegram and Discord accounts',
  'join.example': '/join\n/join 1234 5678',
  'join.in_private':
    'A code is shown and typed in a private chat only. Please write to the bot in private: /join',
  'join.code':
    'The code of this account: <code>{code}</code>\nWithin {minutes} minutes, write to the bot in private from the other account: /join {code}\nGive this code to nobody.',
  'join.code_format': 'A code has 8 digits, such as: /join 1234 5678',
  'join.code_unknown':
    'This code is not right, or it is over. Please get a new one: type /join in the other account.',
  'join.same_person': 'These two accounts are one person already.',
  'join.is_it_you':
    'This is the code of the {platform} account “{name}”. Is that you? Once joined, the reports and roles of both accounts are one, and cannot be parted again.',
  'button.join': 'Yes, join them',
  'join.done': '✅ Joined with the {platform} account “{name}”. Reports and roles are shared from now on.',

  'unit.topic_gone':
    '⚠️ The topic for reminders in {channel} was closed or deleted. From now on they go to the group itself. To use another topic, type /link and the name of the unit again in there.',
  'missed.undelivered':
    '⚠️ The reminder “{about}” could not be posted in {channel}. Please tell people yourself, and check that the assistant is still in that chat.',
  'missed.uncertain':
    '⚠️ It is not certain that the reminder “{about}” arrived in {channel}. Please look there.',
  'missed.no_channel':
    '⚠️ Nobody was reminded of {code} – {title} ({days}): the assistant is in no chat of the unit any more.',
  'missed.too_late':
    '⚠️ The system was down for long, so {n} sessions of {code} – {title} were not announced: {days}.',
} as const;
