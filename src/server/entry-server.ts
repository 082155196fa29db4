/*
 * The server's one file, for both of the places it runs in: forked by a client on Node, or started as a worker in a browser. So that
 * an extension carries its tables once, the part for the other place lies in it and is never run.
 */
declare const importScripts: unknown

if (typeof importScripts === 'function') void import('./browser.ts').then(({ serveWorker }) => serveWorker())
else void import('./node.ts').then(({ serveProcess }) => serveProcess())
