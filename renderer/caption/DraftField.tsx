import type { AriaAttributes, CompositionEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import { useId } from 'react'
import type { Autosave } from './autosave.js'
import type { Expand } from './code-expansion.js'
import { expandCode } from './code-expansion.js'
import { isComposing, isInComposition } from './composition.js'
import type { Draft } from './draft.js'
import { shownText } from './draft.js'
import styles from './DraftField.module.css'

interface DraftFieldProps<T, F extends string> {
  readonly autosave: Autosave<T, F>
  readonly draft: Draft<T, F>
  readonly field: F
  readonly label: string
  /** Lines that a text of several lines shows at least; one line when left out. */
  readonly rows?: number
  /** One line of text that is shown whole, over several lines where it is long. */
  readonly wraps?: boolean
  readonly placeholder?: string
  /** Shown in an empty box whose photos differ. */
  readonly mixed?: string
  readonly hint?: string | undefined
  /** Why the text cannot be saved as it stands. */
  readonly problem?: string | null
  readonly readOnly: boolean
  readonly testId: string
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLTextAreaElement & HTMLInputElement>
  /** Sees each key before the box does, but those of an input method; answers whether it was meant for it. */
  readonly onKey?: (event: KeyboardEvent) => boolean
  /** The text was changed in the box, by keys or by an input method. */
  readonly onTyped?: (text: string) => void
  readonly onFocusChange?: (focused: boolean) => void
  /** Expands the code that was just closed before the caret; null where there is none. */
  readonly expand?: Expand | undefined
  /** What assistive technology is to know of the box beyond its label. */
  readonly aria?: AriaAttributes & { role?: 'combobox' }
  /** The id of a list of what may be chosen (a datalist). */
  readonly list?: string
  /** Stands right below the box. */
  readonly children?: ReactNode
  /** Ctrl/Cmd+Enter was pressed, after the text was handed over for saving. */
  readonly onSubmit?: (() => void) | undefined
}

/** A labelled box whose text is saved by itself. Esc takes back what is not handed over yet. */
export function DraftField<T, F extends string>({ ref, ...props }: DraftFieldProps<T, F>) {
  const { autosave, draft, field, rows, hint, problem, mixed } = props
  const id = useId()
  const text = shownText(draft, field, autosave.rules)

  const typed = (value: string) => {
    autosave.dispatch({ type: 'type', field, text: value })
    props.onTyped?.(value)
  }
  const changed = (box: HTMLInputElement | HTMLTextAreaElement, composing: boolean) => {
    const { value, selectionStart } = box
    typed(value)
    if (!composing) expandCode(box, value, selectionStart ?? value.length, props.expand, typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (props.onKey?.(event) === true) return
    if (event.key === 'Escape' && draft.typed[field] !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      autosave.dispatch({ type: 'revert', field })
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      autosave.dispatch({ type: 'flush' })
      props.onSubmit?.()
    } else if (event.key === 'Enter' && rows === undefined) {
      event.preventDefault()
      autosave.dispatch({ type: 'flush' })
    }
  }

  const box = {
    id,
    className: styles.box,
    value: text ?? '',
    placeholder: text === null ? mixed : props.placeholder,
    readOnly: props.readOnly,
    'aria-invalid': problem != null,
    'aria-describedby': `${id}-note`,
    'data-testid': props.testId,
    'data-mixed': text === null,
    spellCheck: rows !== undefined,
    autoComplete: 'off',
    onFocus: () => {
      autosave.dispatch({ type: 'focus', field })
      props.onFocusChange?.(true)
    },
    onBlur: () => {
      autosave.dispatch({ type: 'blur', field })
      props.onFocusChange?.(false)
    },
    onCompositionStart: () => autosave.dispatch({ type: 'compose' }),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      autosave.dispatch({ type: 'composed' })
      const { value, selectionStart } = currentTarget
      expandCode(currentTarget, value, selectionStart ?? value.length, props.expand, typed)
    },
    onKeyDown,
    ...props.aria,
  }
  return (
    <div className={[styles.field, props.className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      {rows === undefined && props.wraps !== true ? (
        <input
          {...box}
          ref={ref}
          type="text"
          list={props.list}
          onChange={({ target, nativeEvent }) => changed(target, isInComposition(nativeEvent))}
        />
      ) : (
        <textarea
          {...box}
          ref={ref}
          rows={rows ?? 1}
          onChange={({ target, nativeEvent }) => changed(target, isInComposition(nativeEvent))}
        />
      )}
      {props.children}
      <p id={`${id}-note`} className={problem == null ? styles.hint : styles.problem} aria-live="polite">
        {problem ?? hint}
      </p>
    </div>
  )
}
