// A Bluesky PDS and the directory of did:plc it writes to; both end with this process.
import { createRequire } from 'node:module';
import { PDS, envToCfg, envToSecrets, readEnv } from '@atproto/pds';

const { PlcServer, Database } = createRequire(import.meta.url)('@did-plc/server');
const { PDS_PORT, PLC_PORT, PDS_FOLDER } = process.env;

// Programs that sign people in are read about at an https address of the open Internet. Here
// https://p1234.verbund-tests.org is this machine's port 1234; the name is asked of nobody.
const outside = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const port = /^p(\d+)\.verbund-tests\.org$/.exec(url.hostname)?.[1];
  if (!port) return outside(input, init);
  return outside(`http://127.0.0.1:${port}${url.pathname}`, { redirect: 'error' });
};

const plc = PlcServer.create({ db: Database.mock(), port: Number(PLC_PORT) });
await plc.start();
Object.assign(process.env, {
  PDS_HOSTNAME: 'localhost',
  PDS_DEV_MODE: 'true',
  PDS_DATA_DIRECTORY: PDS_FOLDER,
  PDS_BLOBSTORE_DISK_LOCATION: `${PDS_FOLDER}/blobs`,
  PDS_BLOBSTORE_DISK_TMP_LOCATION: `${PDS_FOLDER}/tmp`,
  PDS_DID_PLC_URL: `http://127.0.0.1:${PLC_PORT}`,
  PDS_SERVICE_HANDLE_DOMAINS: '.test',
  PDS_INVITE_REQUIRED: 'false',
  PDS_DISABLE_SSRF_PROTECTION: 'true',
  PDS_RATE_LIMITS_ENABLED: 'false',
  PDS_JWT_SECRET: 'j'.repeat(32),
  PDS_DPOP_SECRET: '0'.repeat(63) + '1',
  PDS_ADMIN_PASSWORD: 'only-for-tests',
  PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: '1'.repeat(64),
  LOG_ENABLED: 'false',
});
const env = readEnv();
const pds = await PDS.create(envToCfg(env), envToSecrets(env));
await pds.start();
console.log(`READY http://127.0.0.1:${PDS_PORT}`);

const stop = async () => {
  await pds.destroy();
  await plc.destroy();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
