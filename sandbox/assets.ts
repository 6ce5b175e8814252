/** Style and script as text, so that the built sandbox needs no file beside its code. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --canvas: #f3f5f9; --card: #fff; --ring: #dfe5ee; --soft: #f6f8fc;
  --text: #1e293b; --quiet: #475569; --primary: #1a55d3; --primary-hover: #1645ae; --on-primary: #fff;
  --tint: #eff5ff; --tint-ring: #c0d7fd; --tint-text: #183c8c;
  --error: #ad1a12; --error-tint: #fff2f0; --error-ring: #ffc8c1;
  --warn-tint: #fff7e6; --warn-text: #7a3d00; --warn-ring: #f5dcae; --brand: #c7000b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #0a1120; --card: #141e33; --ring: #22304d; --soft: #1a2640;
    --text: #e6ebf5; --quiet: #a9b6cc; --primary: #6295f6; --primary-hover: #94bafb; --on-primary: #0a1120;
    --tint: #19294c; --tint-ring: #2b4170; --tint-text: #c0d7fd;
    --error: #ffa297; --error-tint: #3a1513; --error-ring: #771c18;
    --warn-tint: #2e2410; --warn-text: #f7d58c; --warn-ring: #5b4718; --brand: #e5484d;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--canvas); color: var(--text); border-top: 3px solid var(--brand);
  font: 15px/1.6 -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
}
a { color: var(--primary); text-underline-offset: 3px }
:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; border-radius: 4px }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0 }
ul { list-style: none }

.top { background: var(--card); border-bottom: 1px solid var(--ring) }
.top-in { display: flex; align-items: center; gap: 12px; max-width: 1120px; margin: 0 auto; padding: 10px 16px }
.mark { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 10px; background: #1a55d3; color: #fff }
.mark svg { width: 24px; height: 24px }
.site { min-width: 0; flex: 1; font-weight: 600; font-size: 16px; line-height: 1.35 }
.tag { display: inline-block; margin-left: 6px; padding: 0 7px; border-radius: 999px; border: 1px solid var(--warn-ring); background: var(--warn-tint); color: var(--warn-text); font-size: 12px; font-weight: 500; line-height: 20px; vertical-align: 1px }
.lang { flex: none; display: inline-flex; align-items: center; min-height: 44px; padding: 0 4px; font-size: 14px }
.banner { background: var(--warn-tint); color: var(--warn-text); border-bottom: 1px solid var(--warn-ring); font-size: 13px }
.banner p { max-width: 1120px; margin: 0 auto; padding: 8px 16px }

main { flex: 1; width: 100%; max-width: 1120px; margin: 0 auto; padding: 16px }
.narrow { max-width: 520px; margin: 0 auto }
.columns { display: grid; gap: 16px }
.card { background: var(--card); border: 1px solid var(--ring); border-radius: 12px; padding: 20px 16px; box-shadow: 0 1px 2px rgb(15 23 42 / .05) }
h1 { font-size: 20px; font-weight: 600; line-height: 1.4 }
h2 { font-size: 16px; font-weight: 600 }
h3 { margin: 16px 0 8px; font-size: 13px; font-weight: 600; color: var(--quiet) }
.lead { margin-top: 4px; color: var(--quiet); font-size: 14px }
.foot { padding: 8px 16px 24px; text-align: center; color: var(--quiet); font-size: 12px }

.field { display: block; margin-top: 16px }
.field label { display: block; margin-bottom: 6px; font-size: 14px; font-weight: 500 }
.field input {
  width: 100%; height: 48px; padding: 0 14px; font: inherit; font-size: 16px; color: var(--text);
  background: var(--card); border: 1px solid #7a8aa3; border-radius: 8px;
}
.field input:focus { outline: 2px solid var(--primary); outline-offset: 1px; border-color: var(--primary) }
.field input[aria-invalid="true"] { border-color: var(--error) }
.button {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 48px; padding: 8px 16px; border-radius: 8px;
  font: inherit; font-size: 16px; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--on-primary); background: var(--primary); border: 1px solid transparent;
}
.button:hover { background: var(--primary-hover) }
.button.second { color: var(--text); background: var(--card); border-color: #94a3b8; font-weight: 500 }
.button.second:hover { background: var(--soft) }
.button[aria-disabled="true"] { opacity: .6; cursor: default }
.actions { display: grid; gap: 12px; margin-top: 20px }
.plain { display: block; width: 100%; min-height: 44px; margin-top: 8px; padding: 0; font: inherit; font-size: 14px; color: var(--primary); background: none; border: 0; cursor: pointer }
.plain:hover { text-decoration: underline; text-underline-offset: 3px }
.note { margin-top: 16px; padding: 10px 14px; border-radius: 8px; font-size: 14px; border: 1px solid var(--tint-ring); background: var(--tint); color: var(--tint-text) }
.note.bad { border-color: var(--error-ring); background: var(--error-tint); color: var(--error) }
.status:empty { display: none }

.people { display: grid; gap: 8px }
.person {
  display: flex; align-items: center; gap: 12px; width: 100%; min-height: 60px; padding: 8px 12px; text-align: left; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--ring); border-radius: 8px;
}
button.person { cursor: pointer }
button.person:hover { border-color: var(--primary); background: var(--tint) }
button.person[aria-pressed="true"] { border-color: var(--primary); background: var(--tint); box-shadow: inset 0 0 0 1px var(--primary) }
.code { flex: none; min-width: 44px; padding: 3px 8px; border-radius: 6px; background: var(--tint); color: var(--tint-text); font-size: 14px; font-weight: 600; text-align: center; font-variant-numeric: tabular-nums }
.who { min-width: 0; line-height: 1.45 }
.who b { display: block; font-size: 15px; font-weight: 600 }
.who span { display: block; font-size: 13px; color: var(--quiet) }
kbd { padding: 1px 7px; border-radius: 5px; border: 1px solid var(--ring); background: var(--soft); color: var(--text); font: inherit; font-weight: 600; font-variant-numeric: tabular-nums }

.asks { display: flex; align-items: center; gap: 12px; margin-top: 16px; padding: 14px; border-radius: 8px; background: var(--tint); border: 1px solid var(--tint-ring); color: var(--tint-text) }
.asks svg { flex: none; width: 28px; height: 28px }
.asks b { display: block; font-size: 16px; font-weight: 600 }
.asks span { font-size: 14px }
.gets { margin-top: 8px }
.gets div { display: flex; justify-content: space-between; gap: 16px; padding: 12px 0; border-bottom: 1px solid var(--ring) }
.gets dt { display: flex; align-items: center; gap: 8px; flex: none; font-weight: 500 }
.gets dt svg { width: 18px; height: 18px; color: var(--primary) }
.gets dd { color: var(--quiet); text-align: right; font-variant-numeric: tabular-nums }
.gap { margin-top: 16px }
.small { margin-top: 14px; font-size: 13px; color: var(--quiet) }
.account { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 12px; margin-top: 12px; padding-top: 8px; font-size: 14px; color: var(--quiet) }
.account a { display: inline-flex; align-items: center; min-height: 44px }
.lead + .lead { margin-top: 10px }
.error-code { margin-top: 14px; font-size: 12px; color: var(--quiet); overflow-wrap: anywhere }

@media (min-width: 640px) {
  main { padding: 32px 16px }
  .card { padding: 28px }
  .people { grid-template-columns: 1fr 1fr }
  .pair { grid-template-columns: 1fr 1fr }
}
@media (min-width: 960px) {
  .columns { grid-template-columns: 400px 1fr; gap: 24px; align-items: start }
  .columns > .card:first-child { position: sticky; top: 24px }
}
`

export const SCRIPT = `
document.addEventListener('click', function (event) {
  var person = event.target.closest('[data-account]')
  if (!person) return
  var form = document.getElementById('login')
  form.elements.account.value = person.dataset.account
  form.elements.password.value = person.dataset.password
  document.querySelectorAll('[data-account]').forEach(function (other) {
    other.setAttribute('aria-pressed', String(other === person))
  })
  var problem = document.getElementById('problem')
  if (problem) problem.remove()
  form.querySelectorAll('input').forEach(function (input) {
    input.setAttribute('aria-invalid', 'false')
    input.removeAttribute('aria-describedby')
  })
  document.getElementById('filled').textContent = person.dataset.filled
  form.querySelector('button').focus()
  form.scrollIntoView({ block: 'center' })
})
document.addEventListener('submit', function (event) {
  var form = event.target
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  form.querySelectorAll('button').forEach(function (button) { button.setAttribute('aria-disabled', 'true') })
})
window.addEventListener('pageshow', function (event) {
  if (!event.persisted) return
  document.querySelectorAll('form').forEach(function (form) {
    delete form.dataset.sent
    form.querySelectorAll('button').forEach(function (button) { button.removeAttribute('aria-disabled') })
  })
})
`

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1a55d3"/><path d="M18 7h-7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V12zM18 7v5h5M16 15v6M13 18h6" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
