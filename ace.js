/**
 * Runs ace commands straight from the TypeScript sources. The build writes its own ace.js
 * into build/, without the TypeScript hook.
 */
import '@poppinss/ts-exec'

await import('./bin/console.js')
