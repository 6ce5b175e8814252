import type { Hint } from '~/composables/prepare/hints'
import { planFor, type Because } from '~/composables/prepare/plan'
import { preparer } from '~/composables/prepare/preparer'
import { formatBytes, t } from '~/composables/use_text'
import type { ImageRulesView } from '~/types/dossier'

export type Examined =
  | { do: 'send'; hints: Hint[] }
  | { do: 'prepare'; because: Because }
  | { do: 'explain'; message: string }

/** Looks at a chosen file before it is sent; where the browser cannot, the server will say. */
export async function examineFile(
  id: string,
  file: File,
  rules: ImageRulesView
): Promise<Examined> {
  try {
    const { facts, size, hints } = await preparer.open(id, file, rules.minShortSide)
    const plan = planFor(file.size, facts, size, rules)
    if (plan.do === 'prepare') return plan
    if (plan.do === 'send') return { do: 'send', hints: hints.filter((hint) => hint !== 'turned') }
    const px = size ? Math.min(size.width, size.height) : 0
    return {
      do: 'explain',
      message: t(`prepare.explain.${plan.why}`, { px, minPx: rules.minShortSide }),
    }
  } catch {
    return file.size > rules.maxBytes
      ? { do: 'explain', message: tooLarge(file, rules) }
      : { do: 'send', hints: [] }
  } finally {
    void preparer.close(id)
  }
}

function tooLarge({ size }: File, { maxBytes }: ImageRulesView): string {
  return t('upload.too_large', { size: formatBytes(size), max: formatBytes(maxBytes) })
}
