const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('bare', { ping: () => ipcRenderer.invoke('ping') })
