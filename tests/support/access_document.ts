import { ACTORS, expectedOf, type Actor } from './access_actors.js'
import type { Row } from './access_requests.js'

const actors = Object.keys(ACTORS) as Actor[]

/** docs/security/permissions.md: the same rows, to be read by people. */
export function permissionsDocument(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    '# Who may do what',
    '',
    'Made from `tests/functional/access/rows.ts`, where every answer is asked for over HTTP, as a program',
    'and as a page. Do not edit: `UPDATE_PERMISSIONS=1 npm test -- functional --files "access/matrix"`.',
    '',
    'A number is the status that a program gets. **in**: is asked to sign in (401; a page visit is led to',
    'the sign-in page). **404**: does not learn that it exists, the answer is that to an id that never was.',
    '**403**: sees it and may not do this. **409**: might do it, but not as the dossier stands.',
    '',
    ...actors.map((actor) => `- \`${actor}\`: ${ACTORS[actor]}`),
    '',
    line(['Route', 'Dossier', ...actors]),
    line(['---', '---', ...actors.map(() => '---')]),
    ...rows.map((row) =>
      line([
        `\`${row.route}\``,
        row.on ?? '',
        ...actors.map((actor) => {
          const expected = expectedOf(row.cells, actor)
          return expected === 'sign-in' ? 'in' : String(expected)
        }),
      ])
    ),
    '',
  ].join('\n')
}
