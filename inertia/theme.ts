/**
 * Dark follows the system. This runs as a module of our own origin, before the page is mounted:
 * the content security policy allows no inline script.
 */
const dark = window.matchMedia('(prefers-color-scheme: dark)')

function follow() {
  document.documentElement.classList.toggle('dark', dark.matches)
}

follow()
dark.addEventListener('change', follow)
