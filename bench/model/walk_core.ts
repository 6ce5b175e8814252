import { walkCore } from './core.js'

/** In a process of its own, for a core with a planted mistake: ends with 1 where it is found. */
const { broken } = walkCore(Number(process.argv[2]), Number(process.argv[3]))
if (broken.length > 0) {
  console.log(broken[0].law)
  process.exit(1)
}
