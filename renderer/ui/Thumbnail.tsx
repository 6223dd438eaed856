import { useState } from 'react'
import { photoScheme } from '#contract'
import { classNames } from './class-names.js'
import { PictureIcon } from './icons.js'
import styles from './Thumbnail.module.css'

interface ThumbnailProps {
  readonly sha256: string
  readonly className?: string | undefined
}

/**
 * A photo's thumbnail, whole, within the box that it is given. It says nothing to screen readers: what stands beside it
 * does. Where the picture cannot be had, a sign stands for it.
 */
export function Thumbnail({ sha256, className }: ThumbnailProps) {
  // Kept by the picture's name, so that the next picture shown here is tried anew.
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === sha256) {
    return (
      <span className={classNames(styles.missing, className)}>
        <PictureIcon />
      </span>
    )
  }
  return (
    <img
      className={classNames(styles.thumbnail, className)}
      src={`${photoScheme}://thumbnail/${sha256}`}
      alt=""
      decoding="async"
      draggable={false}
      onError={() => setFailed(sha256)}
    />
  )
}
