import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.js'

function readPeople() {
  return JSON.parse(readFileSync(join(root, 'database/seeders/data/demo_people.json'), 'utf8'))
}

/** Chinese characters take two columns on a terminal. */
function pad(text, width) {
  const taken = [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, width - taken))
}

/** The addresses and the people to sign in as, when the demo is ready. */
export function welcome({ url, sandboxUrl, dataDir }) {
  const { candidates, staff = [] } = readPeople()
  const regions = (person) => person.registrations.map(({ region }) => region).join(' ')
  return [
    '',
    `  Portal              ${url}`,
    `  Staff               ${url}/staff/login`,
    `  Registration system ${sandboxUrl}   (the sandbox that candidates sign in with)`,
    `  Data                ${dataDir}`,
    '',
    '  Candidates (account · password · region)',
    ...candidates.map(
      (person) =>
        `    ${pad(person.account, 10)}${pad(person.password, 10)}${pad(regions(person), 6)}${pad(person.name, 10)}${person.note}`
    ),
    ...(staff.length > 0
      ? [
          '',
          '  Staff (account · password · role)',
          ...staff.map(
            (person) =>
              `    ${pad(person.login, 18)}${pad(person.password, 12)}${pad(person.name, 10)}${person.note ?? ''}`
          ),
        ]
      : []),
    '',
    '  Ctrl+C ends it. The data is kept; to begin anew, remove the data folder.',
    '',
  ].join('\n')
}
