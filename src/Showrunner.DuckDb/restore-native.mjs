// Runs `npm ci` once for a lock file, however many builds ask for it at the same time.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stamp = join(here, 'node_modules', '.restored');
const held = process.argv[2];
const staleAfter = 10 * 60 * 1000;
const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
const restored = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

mkdirSync(dirname(held), { recursive: true });
for (;;) {
  try {
    mkdirSync(held);
    break;
  } catch (refused) {
    if (refused.code !== 'EEXIST') throw refused;
    try {
      if (Date.now() - statSync(held).mtimeMs > staleAfter) rmdirSync(held);
    } catch { /* the other build was done in between */ }
    await new Promise((next) => setTimeout(next, 200));
  }
}
try {
  if (!restored()) {
    execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: here, stdio: 'inherit' });
    writeFileSync(stamp, wanted);
  } else {
    utimesSync(stamp, new Date(), new Date());
  }
} catch (failed) {
  process.exitCode = failed.status || 1;
} finally {
  rmdirSync(held);
}
