/** How windows of a kind are drawn; a kind that nobody knows looks plain. */
const LOOKS: Record<string, { bar: string; icon: string }> = {
  registration: { bar: 'bg-gov-200 text-gov-950', icon: 'i-lucide-clipboard-list' },
  upload: { bar: 'bg-gov-600 text-white', icon: 'i-lucide-cloud-upload' },
  blackout: { bar: 'bg-slate-700 text-white', icon: 'i-lucide-moon' },
  review: { bar: 'bg-sky-200 text-sky-950', icon: 'i-lucide-file-search' },
  onsite: { bar: 'bg-emerald-200 text-emerald-950', icon: 'i-lucide-map-pin' },
  onsite_military: { bar: 'bg-emerald-200 text-emerald-950', icon: 'i-lucide-shield' },
  post_result_check: { bar: 'bg-amber-200 text-amber-950', icon: 'i-lucide-list-checks' },
}
const PLAIN = { bar: 'bg-accented text-highlighted', icon: 'i-lucide-calendar' }

export const kindLook = (kind: string) => LOOKS[kind] ?? PLAIN
