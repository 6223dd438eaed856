import { useTranslation } from 'react-i18next'
import { CameraTime, type Location, type Region } from '#contract'
import { cameraTimeText } from '../caption/camera-time-text.js'

/** How a field's value of any shape is shown in one text. */
export function useValueText(): (value: unknown) => string {
  const { t } = useTranslation('embedded')
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'string') return CameraTime.safeParse(value).success ? cameraTimeText(value) : value
    if (typeof value === 'number') return String(value)
    if (Array.isArray(value)) {
      if (isRegions(value)) {
        return t('regions', { count: value.length, names: value.map(({ name }) => name || '–').join('、') })
      }
      return value.map(text).join('、')
    }
    // The only structure left.
    return Object.values(value as Location)
      .filter((part) => part !== '')
      .join(' · ')
  }
  return text
}

function isRegions(values: readonly unknown[]): values is Region[] {
  return values.some((value) => typeof value === 'object' && value !== null && 'width' in value)
}
