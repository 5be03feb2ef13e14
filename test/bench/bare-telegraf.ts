import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';

// The floor: it replies, and keeps nothing.
const bot = new Telegraf(process.env['TELEGRAM_BOT_TOKEN'] ?? '', {
  telegram: { apiRoot: process.env['TELEGRAM_API_ROOT'] ?? '' },
});
bot.on(message('text'), (ctx) =>
  ctx.reply(`✅ Đã ghi: ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } }),
);
process.once('SIGTERM', () => bot.stop('SIGTERM'));
await bot.launch();
