import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

const compressedFrom = 1024;

/** How a face is built: served below its own name, nothing inline, every file beside its compressed form. */
export function faceConfig(face: string, folder: string, plugins: readonly Plugin[] = []): UserConfig {
  return {
    root: folder,
    base: `/${face}/`,
    plugins: [react(), ...plugins, compressed()],
    build: {
      target: 'es2023',
      outDir: 'dist',
      emptyOutDir: true,
      // The Content-Security-Policy allows no data: in scripts and styles.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      manifest: true,
    },
  };
}

/** Writes a .br and a .gz beside every text file, so that the server compresses nothing while it serves. */
function compressed(): Plugin {
  return {
    name: 'trofast-compressed',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!/[.](js|css|svg|json|webmanifest)$/.test(file.fileName)) continue;
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (source.length < compressedFrom) continue;
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.br`,
            source: brotliCompressSync(source, quality),
          });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(source, { level: 9 }) });
        }
      },
    },
  };
}
