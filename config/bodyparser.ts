import { defineConfig } from '@adonisjs/core/bodyparser'

/** Forms are small; pictures are streamed by their own route and never parsed here (STACK.md). */
export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    types: ['application/x-www-form-urlencoded'],
    limit: '256kb',
  },
  json: {
    convertEmptyStringsToNull: true,
    types: ['application/json', 'application/vnd.api+json'],
    limit: '256kb',
  },
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: true,
    processManually: [],
    limit: '256kb',
    types: ['multipart/form-data'],
  },
})
