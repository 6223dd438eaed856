import { useCallback, useEffect, useState } from 'react'
import type { DeskRecord, DeskRecordKind } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** What belongs to this desk; empty until it was read. Kept up with every change. */
export function useDesk(): readonly DeskRecord[] {
  const [records, setRecords] = useState<readonly DeskRecord[]>([])
  const load = useCallback(() => {
    // An archive that cannot be read says so where its photos are.
    invoke('desk.get', {}).then(
      (desk) => setRecords(desk.records),
      () => undefined,
    )
  }, [])
  useEffect(load, [load])
  useEvent('desk.changed', load)
  return records
}

/** The records of one kind. */
export function recordsOf<K extends DeskRecordKind>(
  records: readonly DeskRecord[],
  kind: K,
): readonly Extract<DeskRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<DeskRecord, { kind: K }> => record.kind === kind)
}
