import { ConditionError } from './condition.js'

/** One thing wrong in a JSON document: where it stands, and why, for the person who edits it. */
export interface DocumentProblem {
  path: string
  reason: string
}

/** A catalog or a region's configuration that cannot become a release; lists every problem found. */
export class ReleaseError extends Error {
  constructor(readonly problems: readonly DocumentProblem[]) {
    super(problems.map(({ path, reason }) => `${path}: ${reason}`).join('\n'))
    this.name = 'ReleaseError'
  }
}

/** Reads one JSON object key by key; a wrong type says where, and so does a key that nobody knows. */
export class JsonReader {
  private constructor(
    private readonly node: Readonly<Record<string, unknown>>,
    readonly path: string
  ) {}

  /** @throws {ReleaseError} when the value is no object */
  static of(json: unknown, path: string): JsonReader {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return fail(path, 'expects an object')
    }
    return new JsonReader(json as Record<string, unknown>, path)
  }

  at(key: string): string {
    return this.path ? `${this.path}.${key}` : key
  }

  get keys(): string[] {
    return Object.keys(this.node)
  }

  has(key: string): boolean {
    return this.node[key] !== undefined && this.node[key] !== null
  }

  raw(key: string): unknown {
    return this.node[key]
  }

  onlyKeys(known: readonly string[]): this {
    const problems = this.keys
      .filter((key) => !known.includes(key))
      .map((key) => ({ path: this.at(key), reason: 'unknown key' }))
    if (problems.length > 0) throw new ReleaseError(problems)
    return this
  }

  text(key: string): string {
    const value = this.node[key]
    return typeof value === 'string' && value.length <= 5000
      ? value
      : fail(this.at(key), 'expects a text of at most 5,000 characters')
  }

  textOr<T>(key: string, otherwise: T): string | T {
    return this.has(key) ? this.text(key) : otherwise
  }

  bool(key: string, otherwise?: boolean): boolean {
    if (otherwise !== undefined && !this.has(key)) return otherwise
    const value = this.node[key]
    return typeof value === 'boolean' ? value : fail(this.at(key), 'expects true or false')
  }

  int(key: string, from: number, to: number): number {
    const value = this.node[key]
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to
      ? value
      : fail(this.at(key), `expects a whole number from ${from} to ${to}`)
  }

  intOr<T>(key: string, otherwise: T, from: number, to: number): number | T {
    return this.has(key) ? this.int(key, from, to) : otherwise
  }

  oneOf<const T extends string>(key: string, values: readonly T[]): T {
    const value = values.find((one) => one === this.node[key])
    return value ?? fail(this.at(key), `expects one of ${values.join(', ')}`)
  }

  list(key: string): readonly unknown[] {
    const value = this.node[key]
    return Array.isArray(value) ? value : fail(this.at(key), 'expects a list')
  }

  objects(key: string): JsonReader[] {
    return this.list(key).map((one, i) => JsonReader.of(one, `${this.at(key)}[${i}]`))
  }

  object(key: string): JsonReader {
    return JsonReader.of(this.node[key], this.at(key))
  }

  /** A list of texts, each one of `values` where they are given. */
  texts<const T extends string = string>(key: string, values?: readonly T[]): T[] {
    return this.list(key).map((one, i) => {
      const path = `${this.at(key)}[${i}]`
      if (typeof one !== 'string') return fail(path, 'expects a text')
      if (values && !values.includes(one as T)) return fail(path, `"${one}" is not known`)
      return one as T
    })
  }
}

export function fail(path: string, reason: string): never {
  throw new ReleaseError([{ path, reason }])
}

/** Runs one part of a reading and goes on after a problem, so that all of them are told at once. */
export function collectProblems<T>(problems: DocumentProblem[], read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReleaseError) problems.push(...error.problems)
    else if (error instanceof ConditionError) {
      problems.push({ path: error.path, reason: error.reason })
    } else throw error
    return undefined
  }
}
