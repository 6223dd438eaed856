import { app, safeStorage } from 'electron'
import type { Cipher } from './secret-store.js'

/* eslint-disable @typescript-eslint/no-deprecated -- the asynchronous calls are missing from the Electron that development and tests may run on */

/** The system's key store. On Linux without one, Chromium would use a key that is the same everywhere: that counts as none. */
export const systemCipher: Cipher = {
  isAvailable: () =>
    app.isReady() &&
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: (plain) => safeStorage.encryptString(plain),
  decrypt: (sealed) => safeStorage.decryptString(sealed),
}
