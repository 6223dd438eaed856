import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportResult, JobFinished } from '#contract'
import { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { byteText } from './amount-text.js'
import type { Job } from './jobs.js'

/** How an ended job ended, in one line. */
export function useJobSummary(job: Exclude<Job, { state: 'running' }>): string {
  const { t, i18n } = useTranslation('jobs')
  const errorText = useErrorText()
  if (job.state === 'failed') {
    return t(`failed${job.kind}`, { reason: errorText(CutlineError.fromWire(job.error)) })
  }
  return finishedText(job.finished, t, i18n.language)
}

function finishedText(finished: JobFinished, t: TFunction<'jobs'>, language: string): string {
  const { kind, cancelled } = finished
  if (kind === 'import') return `${cancelled ? t('cancelledimport') : ''}${importText(finished.result, t)}`
  if (kind === 'edit') {
    const { changed, skipped } = finished.result
    return sentence(t, [
      t(cancelled ? 'editCancelled' : 'edited', { count: changed }),
      skipped > 0 && t('editSkipped', { count: skipped }),
    ])
  }
  if (cancelled) return t(`cancelled${kind}`)
  switch (kind) {
    case 'plan':
      // Shown by the dialogs that asked for them.
      return t('titleplan')
    case 'bundle-plan':
      return t('titlebundle-plan')
    case 'bundle-take': {
      const { added, changed, undecided, failed } = finished.result
      return sentence(t, [
        t('bundleTaken', { count: added.length, changed: changed.length }),
        undecided > 0 && t('bundleUndecided', { count: undecided }),
        failed.length > 0 && t('rebuildFailed', { count: failed.length }),
      ])
    }
    case 'export': {
      const { files, bytes, failed, sent } = finished.result
      return sentence(t, [
        t('exported', { count: files.length, size: byteText(bytes, language) }),
        sent !== null && t('sentTo', { name: sent.name }),
        // Pictures never are missing: without one of them there is no bundle. What fails is its way to a destination.
        ...failed.map(({ file }) => t('notSentTo', { name: file })),
      ])
    }
    case 'verify': {
      const { photos, problems } = finished.result
      return sentence(t, [
        problems.length === 0
          ? t('verified', { count: photos })
          : t('problems', { count: photos, problems: problems.length }),
      ])
    }
    case 'rebuild': {
      const { photos, failed } = finished.result
      return sentence(t, [
        t('rebuilt', { count: photos }),
        failed.length > 0 && t('rebuildFailed', { count: failed.length }),
      ])
    }
    case 'sidecars': {
      const { photos, mode, written, missing, behind, differing, damaged, failed } = finished.result
      const lacking = missing + behind
      return sentence(t, [
        t('sidecarsCompared', { count: photos }),
        mode === 'write' && t('sidecarsWritten', { count: written }),
        mode === 'check' && lacking > 0 && t('sidecarsLacking', { count: lacking }),
        differing > 0 && t('sidecarsDiffering', { count: differing }),
        damaged > 0 && t('sidecarsDamaged', { count: damaged }),
        failed.length > 0 && t('sidecarsFailed', { count: failed.length }),
      ])
    }
  }
}

function importText(
  { imported, duplicates, similar, companions, failed, warnings }: ImportResult,
  t: TFunction<'jobs'>,
): string {
  const nothing = imported.length + duplicates.length + companions.length + failed.length === 0
  return sentence(t, [
    nothing ? t('nothingImported') : t('imported', { count: imported.length }),
    duplicates.length > 0 && t('duplicates', { count: duplicates.length }),
    similar.length > 0 && t('similar', { count: similar.length }),
    companions.length > 0 && t('companions', { count: companions.length }),
    failed.length > 0 && t('unreadable', { count: failed.length }),
    warnings.length > 0 && t('warned', { count: warnings.length }),
  ])
}

function sentence(t: TFunction<'jobs'>, parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(t('separator')) + t('stop')
}
