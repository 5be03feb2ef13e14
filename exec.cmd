@rem "npm start" begins with exec, so that a signal to npm ends the bot and not a shell; Windows has none.
@%*
