import { inject, provide, type InjectionKey } from 'vue'
import type { MaterialPageProps } from '~/types/catalog'
import type { MaterialForm } from './use_material_form'

interface FormContext {
  form: MaterialForm
  page: MaterialPageProps
}

const FORM: InjectionKey<FormContext> = Symbol('material form')

/** The form that all parts of a material's page edit, and what the page was given. */
export function provideForm(context: FormContext) {
  provide(FORM, context)
}

export function useForm(): FormContext {
  const found = inject(FORM)
  if (!found) throw new Error('A part of a material’s form stands outside of its page')
  return found
}
