#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Types are stripped once and not with every command.
enableCompileCache();
await import('../src/index.ts');
