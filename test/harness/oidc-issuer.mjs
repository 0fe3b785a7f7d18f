// An issuer of OpenID Connect on a port of its own: `node oidc-issuer.mjs CLIENT SECRET REDIRECT_URI`. Prints its address. Whoever comes is signed in as
// the account whose claims are the last line of standard input.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Provider } from 'oidc-provider';

const [, , clientId, clientSecret, redirectUri] = process.argv;
let claims = { sub: 'nobody' };
createInterface({ input: process.stdin }).on('line', (line) => {
  claims = JSON.parse(line);
  console.log('as told');
});

const server = createServer((request, response) => void handle(request, response));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'roles', 'wards'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...claims, sub: id }) }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['for this test only'] },
});

async function handle(request, response) {
  if (!request.url.startsWith('/interaction/')) return provider.callback()(request, response);
  const { params, prompt, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const result = { login: { accountId: claims.sub } };
    return provider.interactionFinished(request, response, result);
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: claims.sub, clientId: params.client_id });
  grant.addOIDCScope('openid profile');
  const result = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

console.log(`issuer ${issuer}`);
