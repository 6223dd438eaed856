import type { Ref } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Button as AriaButton } from 'react-aria-components'
import styles from './Button.module.css'
import { classNames } from './class-names.js'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary`: the one thing to do here; `danger`: takes something away; `quiet`: without a frame. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with a text, or an icon and a text. */
export function Button({ variant = 'plain', className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classNames(styles.button, className)} data-variant={variant} />
}
