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
  'unit.too_many_founded':
    'One person can found {max} units at most. Please have another administrator of the group send /link.',
  'unit.already_linked': 'This chat is linked to {unit}.',
  'unit.leaves_no_group':
    'If it goes to another unit, schedules, reports and topics stay with {unit}. This is the only chat of {unit}, so its running schedules will have nowhere to remind.',
  'unit.leaves_groups':
    'If it goes to another unit, schedules, reports and topics stay with {unit} and its other chats; this chat gets no more reminders of {unit}.',
  'unit.rename_or_leave':
    'To correct the name and keep everything: /rename {name}\nTo take this chat to another unit: /link {name} confirm',
  'button.only_rename': 'Only correct the name',
  'button.other_unit': 'Go to another unit',
  'unit.about':
    'Unit: {unit}. To another unit: <reply>/chooseunit</reply><form>use a command in a channel of it.</form>',
  'unit.of_message': 'Unit: {unit}.',
  'choose_unit.summary': 'Choose the unit in a private chat',
  'choose_unit.example': '/chooseunit',
  'choose_unit.ask': 'You are in several units. Which one is meant from here on?',
  'choose_unit.unknown':
    'That is none of your units. <reply>Type /chooseunit in a private chat to choose.</reply><form>Use a command in a channel of the one that you mean.</form>',
  'choose_unit.done': 'From here on it is about {unit}.',
  'rename.summary': 'Rename the unit',
  'rename.example': '/rename Chi bộ ấp 2',
  'rename.ask_unit': 'What is the unit to be called? For example: Chi bộ ấp 2',
  'rename.same': 'The unit is called {name} already.',
  'rename.done': '✅ {before} is now called {name}. Schedules, reports, topics and roles stay as they are.',
  'rename.told': '🔔 {by} renamed {before} to {name}. If that is wrong, type /rename and the right name.',
  'unit.twin':
    'There are two units called {name}: one of this chat, one of another chat. Their reports, codes and schedules are still apart. To have this chat in the other unit, type: /lienket {name} confirm (what this chat has so far stays with its present unit). For the other way round, type it in the other chat.',
  'link.summary': 'Make this chat the channel of a unit',
  'link.example': '/link Chi bộ ấp 2',
  'link.ask_unit': 'What is the unit called? For example: Chi bộ ấp 2',
  'link.done': '✅ This chat is now linked to {unit}. Time zone: {zone}.\nNext: set the monthly session.',
  'link.speak_there_first':
    'There is a unit {unit}. To link this chat to it too, please type a command in a chat that it has (such as /schedules) first, then again here.',
  'unit.new_channel':
    '🔔 The chat {channel} ({platform}) was linked to {unit} by {by}. If that is wrong, /donvi puts it out again.',
  'button.set_schedule': 'Set a schedule',

  'unit.summary': 'The chats of the unit and who has a role in it',
  'unit.example': '/unit\n/unit remove Trần Thị Lan',
  'unit.how': 'To see them: /unit. To put a chat out or take a role away: /unit remove, and its name.',
  'unit.list_sent': 'The list of chats and roles was sent to your private chat.',
  'unit.list_in_private': 'This list is shown in private only. Please open a private chat and type: /unit',
  'unit.overview': '<b>{unit}</b>\nFounded on {day} by {by} (which gives no rights).',
  'unit.channels_title': '<b>Chats of the unit</b>',
  'unit.channel_line': '• {channel} ({platform}) – linked by {by} on {day}',
  'unit.channel_line_old': '• {channel} ({platform})',
  'unit.channel_gone': '– the assistant is no longer in it',
  'unit.roles_title': '<b>Roles that were given</b>',
  'unit.role_line': '• {name} – {role} – given by {by} on {day}',
  'unit.no_roles': 'None yet.',
  'unit.platform_administrators':
    'Administrators of the chats above always may administer the unit. Seen so far: {names}.\nA role that was given holds only while the person is in a chat of the unit.',
  'button.put_channel_out': '✖ Put out {title}',
  'button.put_person_out': '✖ Take the role of {name} away',
  'button.put_out': 'Yes, put out',
  'button.back': 'Back',
  'unit.put_channel_out?':
    'Put the chat {channel} ({platform}) out of {unit}? It will get no more reminders and see nothing of the unit. What was recorded is kept.',
  'unit.put_person_out?': '{name} is {role} of {unit}. Take that role away?',
  'unit.channel_out': 'The chat {channel} ({platform}) is no longer a chat of {unit}.',
  'unit.channel_out_told': '🔔 {by} put the chat {channel} ({platform}) out of {unit}. The others: /unit',
  'unit.you_are_out': 'This chat is no longer a chat of {unit}.',
  'unit.last_channel':
    '{channel} is the only working chat of {unit}: without it nobody could administer the unit. Please link another one with /link first.',
  'unit.not_in_list': 'There is no “{which}” among the chats and roles of the unit. The list: /unit',
  'unit.press_instead': 'Several go by “{which}”. Please type /unit and press the right one.',

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
  'grant.person_several': 'Several people match “{name}”: {names}. Please choose.',
  'grant.is_it': 'Nobody is called just “{name}”. Is it {names}? Press to give the role, or Stop.',
  'grant.disguised':
    '⚠️ A name with this sign is written with odd characters and may be mistaken for another.',
  'grant.more_people': '… and {n} more: please give the full name, or @username.',
  'grant.person_gone': 'That person is in the list of the unit no more. Please type /grant again.',
  'grant.told': '🔔 {by} changed a role at {unit}: {name} is now {role}. If that is wrong, see /unit.',
  'grant.no_role': 'a member (without a role)',
  'grant.done': '{name} is now {role} of {unit}.',
  'grant.taken_away': '{name} has no special role in {unit} any more.',

  'join.summary': 'Join your Telegram and Discord accounts',
  'join.example': '/join\n/join 1234 5678\n/join undo',
  'join.in_private':
    'A code is shown and typed in a private chat only. Please write to the bot in private: /join',
  'join.code':
    'The code of this account: <code>{code}</code>\nWithin {minutes} minutes, write to the bot in private from the other account: /join {code}\nGive this code to nobody.',
  'join.code_format': 'A code has 8 digits, such as: /join 1234 5678',
  'join.code_unknown':
    'This code is not right, or it is over. Please get a new one: type /join in the other account.',
  'join.same_person': 'These two accounts are one person already.',
  'join.is_it_you':
    'This is the code of the {platform} account “{name}”{username}. Is that you? If somebody else gave you the code, press Stop: once joined, the reports and roles of both accounts are one.',
  'button.join': 'Yes, join them',
  'button.not_me': 'That is not me',
  'join.typed':
    '🔔 The {platform} account “{name}”{username} has typed the code of this account. Nothing is joined yet. If that is not you, press below to drop the code.',
  'join.agree?':
    'The {platform} account “{name}”{username} says that it is the same person. Join it with this account? It will have all roles and reports of this account.',
  'join.asked_other':
    'The {platform} account “{name}”{username} was asked. Open the private chat with the bot there and press “Yes, join them” within 10 minutes.',
  'join.refused': 'Not joined. The code was dropped.',
  'join.nothing_to_part': 'This account is not joined with another.',
  'join.part?':
    'Part the accounts {names}? Each takes back the reports and roles from before; what came since stays with the account that gave the code.',
  'button.part': 'Yes, part them',
  'join.parted': 'The accounts that were joined are apart again ({names}). To join them again: /join',
  'join.done':
    '✅ Joined with the {platform} account “{name}”{username}. Reports and roles are shared from now on. To part them: /join undo',

  'unit.topic_gone':
    '⚠️ The <reply>topic</reply><form>thread</form> for reminders in {channel} was closed or deleted. From now on they go to the group itself. To use another <reply>topic</reply><form>thread</form>, type /link and the name of the unit again in there.',
  'missed.undelivered':
    '⚠️ The reminder “{about}” could not be posted in {channel}. Please tell people yourself, and check that the assistant is still in that chat.',
  'missed.uncertain':
    '⚠️ It is not certain that the reminder “{about}” arrived in {channel}. Please look there.',
  'missed.no_channel':
    '⚠️ Nobody was reminded of {code} – {title} ({days}): the assistant is in no chat of the unit any more.',
  'missed.too_late':
    '⚠️ The system was down for long, so {n} sessions of {code} – {title} were not announced: {days}.',
} as const;
