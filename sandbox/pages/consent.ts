import { html, type Html } from '../html.js'
import type { Person } from '../people.js'
import type { Texts } from '../texts.js'

const CHECK = html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <circle cx="12" cy="12" r="9" />
  <path d="m8.5 12.2 2.4 2.4 4.6-5" />
</svg>`

const SHIELD = html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.7"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path d="M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6z" />
  <path d="m9 12 2.2 2.2L15.3 10" />
</svg>`

export interface ConsentPage {
  t: Texts
  action: string
  person: Person
  switchAccount: string
}

export function consentPage({ t, action, person, switchAccount }: ConsentPage): Html {
  return html`<section class="card narrow">
    <h1>${t.consentTitle}</h1>
    <div class="asks">
      ${SHIELD}
      <p><b>${t.portal}</b><span>${t.consentLead}</span></p>
    </div>
    <p class="gap">${t.consentGets}</p>
    <dl class="gets">
      ${row(t.name, person.name)} ${row(t.idNo, masked(person.idNo, 6, 4))}
      ${row(t.phone, masked(person.phone, 3, 4))}
      ${row(
        t.registrations,
        person.registrations
          .map(({ region, season }) => t.registrationOf(t.regions[region] ?? region, season))
          .join(' / ')
      )}
    </dl>
    <p class="small">${t.consentPurpose}</p>
    <form class="actions pair" method="post" action="${action}/agree">
      <button class="button" type="submit">${t.agree}</button>
      <button class="button second" type="submit" formaction="${action}/refuse">${t.refuse}</button>
    </form>
    <p class="account">
      <span>${t.currentAccount(t.person(person.name, person.account))}</span>
      <a href="${switchAccount}">${t.switchAccount}</a>
    </p>
  </section>`
}

function row(label: string, value: string) {
  return html`<div>
    <dt>${CHECK}${label}</dt>
    <dd>${value}</dd>
  </div>`
}

function masked(value: string, head: number, tail: number) {
  return value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(-tail)
}
