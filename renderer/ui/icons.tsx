import type { ReactNode } from 'react'

/** Drawn on a grid of 16 units, in the colour of the text; for eyes only. */
function Icon({ children, size = 16 }: { readonly children: ReactNode; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const SearchIcon = () => (
  <Icon size={14}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3.5 3.5" />
  </Icon>
)

export const CrossIcon = () => (
  <Icon size={12}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
)

export const ChevronIcon = () => (
  <Icon size={12}>
    <path d="m4 6 4 4 4-4" />
  </Icon>
)

export const CheckIcon = () => (
  <Icon size={14}>
    <path d="m3 8.5 3.5 3.5L13 4.5" />
  </Icon>
)

export const UndoIcon = () => (
  <Icon>
    <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" />
  </Icon>
)

export const RedoIcon = () => (
  <Icon>
    <path d="m10 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9" />
  </Icon>
)

export const ImportIcon = () => (
  <Icon>
    <path d="M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11" />
  </Icon>
)

export const GearIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.2" />
    <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" />
  </Icon>
)

export const PictureIcon = () => (
  <Icon size={20}>
    <rect x="2" y="3" width="12" height="10" rx="1" />
    <circle cx="5.5" cy="6.5" r="1" />
    <path d="m2.5 12 4-4 2.5 2.5L11 8.5l2.8 2.8" />
  </Icon>
)

/** Lines of text with one missing: no caption. */
export const NoCaptionIcon = () => (
  <Icon size={14}>
    <path d="M2.5 4h11M2.5 8h5M2.5 12h3" />
    <path d="m10 9 4 4M14 9l-4 4" />
  </Icon>
)

/** A person who is not named: no credit. */
export const NoCreditIcon = () => (
  <Icon size={14}>
    <circle cx="6.5" cy="5" r="2.5" />
    <path d="M2 13.5c0-2.8 2-4.5 4.5-4.5.7 0 1.3.1 1.9.35M10 9.5l4 4M14 9.5l-4 4" />
  </Icon>
)

export const ArrowLeftIcon = () => (
  <Icon>
    <path d="m9.5 3-5 5 5 5" />
  </Icon>
)

export const ArrowRightIcon = () => (
  <Icon>
    <path d="m6.5 3 5 5-5 5" />
  </Icon>
)

export const LockIcon = () => (
  <Icon>
    <rect x="3" y="7" width="10" height="7" rx="1" />
    <path d="M5 7V5a3 3 0 0 1 6 0v2" />
  </Icon>
)

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2 1.5 13.5h13zM8 6.5v3.5M8 12v.1" />
  </Icon>
)

export const FolderIcon = () => (
  <Icon size={20}>
    <path d="M1.5 3.5h4.5l1.5 2h7v7.5h-13z" />
  </Icon>
)

export const NewFolderIcon = () => (
  <Icon size={20}>
    <path d="M1.5 3.5h4.5l1.5 2h7v7.5h-13zM8 7.5v4M6 9.5h4" />
  </Icon>
)

export const SparkIcon = () => (
  <Icon size={20}>
    <path d="M8 2v12M2 8h12M4.5 4.5l7 7M11.5 4.5l-7 7" />
  </Icon>
)

/** Somebody with a box around them. */
export const PeopleIcon = () => (
  <Icon>
    <path d="M2 5V2.5h2.5M11.5 2.5H14V5M14 11v2.5h-2.5M4.5 13.5H2V11" />
    <circle cx="8" cy="6.5" r="1.8" />
    <path d="M4.8 11.5c.3-1.7 1.6-2.6 3.2-2.6s2.9.9 3.2 2.6" />
  </Icon>
)
