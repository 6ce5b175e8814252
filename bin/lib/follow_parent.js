/**
 * Loaded into the server by `npm start`: when the script that started it is gone, however it went,
 * the server ends too and leaves no port taken.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
