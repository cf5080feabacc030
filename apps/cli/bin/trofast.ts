#!/usr/bin/env -S node --max-semi-space-size=32
import { enableCompileCache } from 'node:module';

// Types are stripped once and not with every command.
enableCompileCache();
await import('../src/index.ts');
