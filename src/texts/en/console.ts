export const consoleTexts = {
  'console.welcome':
    'A group chat to try, right in this window, without an account. Each line is a message, the name before a colon:\n  quantri: /link Chi bộ ấp 2                    (quantri is an administrator, tonghop a coordinator)\n  quantri: /remind 19:30 on the 5th of every month Cell meeting\n  an: /gooddeed Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất\n  [1] presses button 1 · :pass 3d lets time pass · :time tells the time · :new starts afresh · Ctrl+D leaves',
  'console.bot': 'Bot',
  'console.changed': '(changed its message)',
  'console.clock': 'It is {moment}.',
  'console.fresh': 'The trial data are gone; everything starts afresh.',
  'console.not_fresh': 'This database holds real chats, so it cannot be emptied from here.',
  'console.no_button': 'There is no button {n}.',
  'console.pass_unknown': 'That length of time was not understood. Examples: :pass 3d, :pass 2h, :pass 1w',
  'console.command_unknown': 'This window has three commands: :pass 3d, :time, :new',
  'console.talk': '(In a group the bot answers commands only, such as /gooddeed or /help.)',
  'console.file': '📎 File:',
} as const;
