import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './project.js'

/** Catalogs of nested texts → `{ 'login.title': 'Sign in' }`. */
function flatten(catalog, prefix = '') {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value]]
  )
}

/**
 * The parameters that an ICU message asks for, also those inside plural and select branches; the
 * branches' own texts are no parameters. Throws for braces that do not match.
 */
export function parametersOf(message) {
  const found = new Set()
  let at = 0

  function readText(isBranch) {
    while (at < message.length) {
      const sign = message[at++]
      if (sign === '{') readArgument()
      else if (sign === '}') {
        if (isBranch) return
        throw new Error('a "}" too many')
      }
    }
    if (isBranch) throw new Error('a "{" that is not closed')
  }

  function readArgument() {
    const head = /^\s*([\p{L}\w]+)\s*(,\s*(?:plural|select|selectordinal)\s*,|[},])/u.exec(
      message.slice(at)
    )
    if (!head) throw new Error(`a "{" that names no parameter: ${message.slice(at - 1, at + 12)}`)
    found.add(head[1])
    at += head[0].length
    if (head[2] === '}') return
    const hasBranches = head[2] !== ','
    while (at < message.length) {
      const sign = message[at++]
      if (sign === '}') return
      if (sign !== '{') continue
      if (!hasBranches) throw new Error('a "{" inside a format')
      readText(true)
    }
    throw new Error('a "{" that is not closed')
  }

  readText(false)
  return [...found].sort()
}

/**
 * What is wrong between two languages' catalogs of one file: keys that one lacks, texts that are
 * empty, parameters that differ, braces that do not match. Empty when all is well.
 */
export function compareCatalogs(first, second) {
  const [a, b] = [first, second].map(({ catalog }) => new Map(flatten(catalog)))
  const problems = []
  for (const [{ name }, own, other] of [
    [first, b, a],
    [second, a, b],
  ]) {
    for (const key of own.keys()) if (!other.has(key)) problems.push(`${key}: missing in ${name}`)
  }
  const parameters = new Map()
  for (const [{ name }, own] of [
    [first, a],
    [second, b],
  ]) {
    for (const [key, text] of own) {
      if (typeof text !== 'string') problems.push(`${key}: not a text in ${name}`)
      else if (text.trim() === '') problems.push(`${key}: empty in ${name}`)
      else {
        try {
          parameters.set(`${name} ${key}`, parametersOf(text).join(' '))
        } catch (error) {
          problems.push(`${key}: ${error.message} in ${name}`)
        }
      }
    }
  }
  for (const key of a.keys()) {
    const [x, y] = [first, second].map(({ name }) => parameters.get(`${name} ${key}`))
    if (x !== undefined && y !== undefined && x !== y) {
      problems.push(`${key}: ${first.name} asks for {${x}}, ${second.name} for {${y}}`)
    }
  }
  return problems
}

/** Compares each catalog file of zh-CN with that of each other language, both ways. */
export function checkCatalogs(folder = join(root, 'resources/lang')) {
  const list = (locale) =>
    readdirSync(join(folder, locale)).filter((file) => file.endsWith('.json'))
  const read = (locale, file) => {
    const path = join(folder, locale, file)
    return { name: locale, catalog: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {} }
  }
  return readdirSync(folder)
    .filter((locale) => locale !== 'zh-CN')
    .flatMap((locale) =>
      [...new Set([...list('zh-CN'), ...list(locale)])]
        .sort()
        .flatMap((file) =>
          compareCatalogs(read('zh-CN', file), read(locale, file)).map(
            (problem) => `${locale}/${file} ${problem}`
          )
        )
    )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = checkCatalogs()
  for (const problem of problems) console.error(problem)
  process.exit(problems.length > 0 ? 1 : 0)
}
