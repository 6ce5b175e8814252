import { Html, html } from '../html.js'
import { ERRORS, textsFor, type ErrorKind, type Texts } from '../texts.js'
import { layout } from './layout.js'

export function homePage(t: Texts, portal: string): Html {
  return html`<section class="card narrow">
    <h1>${t.homeTitle}</h1>
    <p class="lead">${t.homeLead}</p>
    <div class="actions"><a class="button" href="${portal}">${t.backToPortal}</a></div>
  </section>`
}

/** `form` is the provider's own form with its one-time secret; our buttons submit it. */
export function logoutPage(t: Texts, form: string): Html {
  return html`<section class="card narrow">
    <h1>${t.logoutTitle}</h1>
    <p class="lead">${t.logoutLead}</p>
    ${new Html(form)}
    <div class="actions pair">
      <button class="button" type="submit" form="op.logoutForm" name="logout" value="yes">
        ${t.logout}
      </button>
      <button class="button second" type="submit" form="op.logoutForm">${t.stay}</button>
    </div>
  </section>`
}

export function loggedOutPage(t: Texts, portal: string): Html {
  return html`<section class="card narrow">
    <h1>${t.loggedOutTitle}</h1>
    <p class="lead">${t.loggedOutLead}</p>
    <div class="actions"><a class="button" href="${portal}">${t.backToPortal}</a></div>
  </section>`
}

/** In both languages at once: an error may come before a language is known, and cannot be asked for again. */
export function errorLayout(kind: ErrorKind, detail: string, portal: string): string {
  const text = ERRORS[kind]
  const body = html`<section class="card narrow">
    <h1>无法继续登录</h1>
    <p class="lead">${text.zh}</p>
    <p class="lead" lang="en">${text.en}</p>
    <p class="error-code" lang="en">${detail}</p>
    <div class="actions">
      <a class="button" href="${portal}"
        >返回考区平台 · <span lang="en">Back to the portal</span></a
      >
    </div>
  </section>`
  return layout({ t: textsFor('zh'), title: '无法继续登录', body })
}
