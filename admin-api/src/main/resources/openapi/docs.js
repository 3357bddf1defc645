// Shows the OpenAPI document: one entry per operation, with its parameters and examples.
const methods = ["get", "put", "post", "delete"];

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function resolved(api, part) {
  return part.$ref ? part.$ref.slice(2).split("/").reduce((node, key) => node[key], api) : part;
}

function parameters(api, list) {
  const table = element("table");
  for (const part of list) {
    const parameter = resolved(api, part);
    const row = table.insertRow();
    row.insertCell().append(element("code", parameter.name));
    row.insertCell().textContent = parameter.in + (parameter.required ? ", required" : "");
    row.insertCell().textContent = parameter.description ?? "";
  }
  return table;
}

function examples(title, content) {
  const all = element("div");
  for (const [type, media] of Object.entries(content ?? {})) {
    for (const [name, example] of Object.entries(media.examples ?? {})) {
      all.append(element("p", `${title} · ${type} · ${example.summary ?? name}`));
      all.append(element("pre", JSON.stringify(example.value, null, 2)));
    }
  }
  return all;
}

function operation(api, path, method, item) {
  const found = item[method];
  const entry = element("details");
  const summary = element("summary");
  summary.append(element("span", method, "method"), element("code", path), ` ${found.summary}`);
  entry.append(summary, element("p", found.description));
  entry.append(parameters(api, [...(item.parameters ?? []), ...(found.parameters ?? [])]));
  if (found.requestBody) entry.append(examples("Request", found.requestBody.content));
  for (const [status, response] of Object.entries(found.responses)) {
    entry.append(examples(status, resolved(api, response).content));
  }
  return entry;
}

async function show() {
  const api = await (await fetch("/v1/openapi.json")).json();
  document.getElementById("about").textContent = api.info.description;
  const main = document.getElementById("operations");
  main.replaceChildren();
  for (const tag of api.tags) {
    main.append(element("h2", tag.name), element("p", tag.description));
    for (const [path, item] of Object.entries(api.paths)) {
      for (const method of methods.filter((one) => item[one]?.tags.includes(tag.name))) {
        main.append(operation(api, path, method, item));
      }
    }
  }
}

show();
