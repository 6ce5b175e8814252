import { html, type Html } from '../html.js'
import type { Texts } from '../texts.js'

const MARK = html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.8"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z" />
  <path d="M14 3v5h5M12 11v6M9 14h6" />
</svg>`

export interface Page {
  t: Texts
  title: string
  body: Html
  /** Address of the same page in the other language; none where a page cannot be asked for again. */
  otherLanguage?: string
}

/** The frame of every page. All styles and scripts are files of our own: the CSP allows nothing else. */
export function layout({ t, title, body, otherLanguage }: Page): string {
  return html`<!doctype html>
    <html lang="${t.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${t.site}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/sandbox.css" />
        <script src="/assets/sandbox.js" defer></script>
      </head>
      <body>
        <header class="top">
          <div class="top-in">
            <span class="mark">${MARK}</span>
            <p class="site">${t.siteShort}<span class="tag">${t.sandbox}</span></p>
            ${
              otherLanguage &&
              html`<a
                class="lang"
                href="${otherLanguage}"
                hreflang="${t.otherLang}"
                lang="${t.otherLang}"
                >${t.otherLangName}</a
              >`
            }
          </div>
        </header>
        <aside class="banner" aria-label="${t.sandbox}"><p>${t.banner}</p></aside>
        <main>${body}</main>
        <footer class="foot">${t.footer}</footer>
      </body>
    </html>`.text
}
