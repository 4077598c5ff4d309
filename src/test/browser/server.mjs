// The server door on a free port, and always stopped.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';

const PATIENCE_MS = 60_000;

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts the jar; answers its address and how to stop it. */
export async function startServer(jar) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java';
  const server = spawn(java, [`-Dquarkus.http.port=${port}`, '-jar', jar], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  server.stdout.on('data', (text) => (log += text));
  server.stderr.on('data', (text) => (log += text));
  process.on('exit', () => server.kill('SIGKILL'));

  const stop = async () => {
    if (server.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
  };
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${base}/health`).catch(() => undefined);
    if (answer?.ok) {
      return { base, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`the server did not start:\n${log}`);
}
