import { useState } from 'react'
import { photoScheme, type PlannedPicture } from '#contract'
import { classNames } from './class-names.js'
import { PictureIcon } from './icons.js'
import styles from './Thumbnail.module.css'

interface ThumbnailProps {
  readonly sha256: string
  /** `planned`: of a file that an import would bring; `sha256` is the name that its plan gives the picture. */
  readonly kind?: PlannedPicture['kind']
  readonly className?: string | undefined
}

/**
 * A photo's thumbnail, whole, within the box that it is given. It says nothing to screen readers: what stands beside it
 * does. Where the picture cannot be had, a sign stands for it.
 */
export function Thumbnail({ sha256, kind = 'thumbnail', className }: ThumbnailProps) {
  // Kept by the picture's name, so that the next picture shown here is tried anew.
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === sha256) return <NoThumbnail className={className} />
  return (
    <img
      className={classNames(styles.thumbnail, className)}
      src={`${photoScheme}://${kind}/${sha256}`}
      alt=""
      decoding="async"
      loading={kind === 'planned' ? 'lazy' : 'eager'}
      draggable={false}
      onError={() => setFailed(sha256)}
    />
  )
}

/** The sign that stands where a picture cannot be had. */
export function NoThumbnail({ className }: Pick<ThumbnailProps, 'className'>) {
  return (
    <span className={classNames(styles.missing, className)}>
      <PictureIcon />
    </span>
  )
}
