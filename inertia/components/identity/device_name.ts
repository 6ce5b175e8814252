import { t } from '~/composables/use_text'

/** More particular names first: the others call themselves Chrome or Safari as well. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/i, 'WeChat'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser/i, 'QQ Browser'],
  [/UCBrowser/i, 'UC Browser'],
  [/360SE|360EE|QihooBrowser/i, '360'],
  [/HuaweiBrowser/i, 'Huawei Browser'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser calls itself → `Edge · Windows`. */
export function deviceName(userAgent: string): string {
  const first = (names: [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1]
  return t('identity.account.device_row', {
    browser: first(BROWSERS) ?? t('identity.account.unknown_browser'),
    system: first(SYSTEMS) ?? t('identity.account.unknown_system'),
  })
}
