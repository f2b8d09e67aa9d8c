// Calls of the simulator's own API.

export async function get(path) {
  const answer = await fetch(`/simulator/${path}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

export async function post(path, body) {
  const form = body instanceof FormData;
  const answer = await fetch(`/simulator/${path}`, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error || `HTTP ${answer.status}`);
  return said;
}

export async function sample(file) {
  const answer = await fetch(`/simulator/samples/${file}`);
  const blob = await answer.blob();
  return new File([blob], file, { type: answer.headers.get("Content-Type") });
}
