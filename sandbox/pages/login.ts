import { html, type Html } from '../html.js'
import type { Person } from '../people.js'
import type { Texts } from '../texts.js'

export interface LoginPage {
  t: Texts
  action: string
  people: readonly Person[]
  account?: string
  problem?: string
  signedIn?: Person
}

export function loginPage({ t, action, people, account, problem, signedIn }: LoginPage): Html {
  const invalid = problem ? 'true' : 'false'
  return html`<div class="columns">
    <section class="card">
      <h1>${t.loginTitle}</h1>
      <p class="lead">${t.loginLead}</p>
      ${signedIn && html`<p class="note">${t.signedInAs(t.person(signedIn.name, signedIn.account))}</p>`}
      ${problem && html`<p class="note bad" role="alert" id="problem">${problem}</p>`}
      <form id="login" method="post" action="${action}/login">
        <div class="field">
          <label for="account">${t.account}</label>
          <input
            id="account"
            name="account"
            value="${account}"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            aria-invalid="${invalid}"
            ${problem && html`aria-describedby="problem"`}
          />
        </div>
        <div class="field">
          <label for="password">${t.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-invalid="${invalid}"
            ${problem && html`aria-describedby="problem"`}
          />
        </div>
        <p class="note status" id="filled" role="status"></p>
        <div class="actions"><button class="button" type="submit">${t.login}</button></div>
      </form>
      <form method="post" action="${action}/refuse">
        <button class="plain" type="submit">${t.cancel}</button>
      </form>
    </section>
    <section class="card">
      <h2>${t.demoTitle}</h2>
      <p class="lead">${t.demoLead} <kbd>${people[0]?.password}</kbd></p>
      ${peopleByRegion(t, people)}
    </section>
  </div>`
}

function peopleByRegion(t: Texts, people: readonly Person[]) {
  const regions = Map.groupBy(people, (person) => person.registrations[0]?.region ?? '')
  return [...regions].map(
    ([region, members]) =>
      html`<h3>${t.regions[region] ?? region}</h3>
        <ul class="people">
          ${members.map((person) => html`<li>${personButton(t, person)}</li>`)}
        </ul>`
  )
}

function personButton(t: Texts, person: Person) {
  return html`<button
    class="person"
    type="button"
    aria-pressed="false"
    data-account="${person.account}"
    data-password="${person.password}"
    data-filled="${t.filled(`${person.account} ${person.name}`)}"
  >
    <span class="code">${person.account}</span>
    <span class="who"
      ><b>${person.name}</b><span>${t.lang === 'en' ? person.noteEn : person.note}</span></span
    >
  </button>`
}
