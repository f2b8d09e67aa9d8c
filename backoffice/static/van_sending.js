// Takes what waits on the telephone to the office, each once: its id was made here, and the office keeps it once.
let sending = false;

// "sent", "login" where the officer has to sign in again, "offline" where nobody answers.
export async function send(vault, main) {
  if (sending) return "sent";
  sending = true;
  try {
    return await sendAll(vault, main);
  } catch {
    return "offline";
  } finally {
    sending = false;
  }
}

async function sendAll(vault, main) {
  const told = await fetch(main.dataset.data, { headers: { Accept: "application/json" } });
  if (told.redirected || !told.ok) return "login";
  const { csrf, visits, unsettled } = await told.json();
  await vault.keepVisits(visits);
  await tidy(vault, unsettled);
  for (const row of await vault.rows()) {
    if (row.state !== "waiting") continue;
    const answer = await fetch(main.dataset.send, { method: "POST", body: await form(vault, row, csrf) });
    if (answer.redirected || [400, 401, 403].includes(answer.status)) return "login";
    if (!answer.ok && answer.status !== 422) throw new Error(`the office answers ${answer.status}`); // once more, later
    const { state, reason } = await answer.json();
    await settle(vault, { ...row, held: answer.ok }, state, reason);
  }
  return "sent";
}

// What was sent on an earlier day, and a conflict that the office has and somebody saw to, are needed here no more.
async function tidy(vault, unsettled) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  for (const { id, state, made, held } of await vault.rows()) {
    if (state === "sent" ? made < midnight : held && !unsettled.includes(id)) await vault.drop(id);
  }
}

async function form(vault, row, csrf) {
  const { kind, key, fields } = await vault.open(row.entry);
  const body = new FormData();
  const all = { ...fields, csrf_token: csrf, client_id: row.id, kind, key, made_at: new Date(row.made).toISOString() };
  for (const [name, value] of Object.entries(all)) body.append(name, value);
  if (row.photo) body.append("photo", new Blob([await vault.bytes(row.photo)]), "foto.jpg");
  return body;
}

// What the office has is not kept here; of a conflict all is, until somebody saw to it.
async function settle(vault, row, state, reason) {
  const entry = await vault.open(row.entry);
  const left = state === "sent" ? { kind: entry.kind, key: entry.key, fields: { code: entry.fields.code ?? "" } } : entry;
  await vault.put({ ...row, state, reason, entry: await vault.seal(left), photo: state === "sent" ? null : row.photo });
}
