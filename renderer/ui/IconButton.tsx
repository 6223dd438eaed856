import type { ReactNode } from 'react'
import { TooltipTrigger } from 'react-aria-components'
import type { ButtonProps } from './Button.js'
import { Button } from './Button.js'
import styles from './Button.module.css'
import { Tooltip } from './Tooltip.js'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className'> {
  /** What it does: read aloud, and shown when the pointer rests on it. */
  readonly label: string
  readonly children: ReactNode
}

/** A button that shows an icon alone. */
export function IconButton({ label, children, variant = 'quiet', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button {...props} variant={variant} aria-label={label} className={styles.icon}>
        {children}
      </Button>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  )
}
