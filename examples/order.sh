#!/usr/bin/env bash
# Orders a dish and follows it, with nothing but curl: bash examples/order.sh [the gateway's address] [how often to look]
set -euo pipefail
gateway="${1:-http://127.0.0.1:4000}"
looks="${2:-30}"

ask() { curl -sSf "$gateway/graphql" -H 'content-type: application/json' -H 'accept-language: en' -d "$1"; }
# The first value of a field, from JSON on standard input.
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

branch=$(ask '{"query": "{ branches(first: 1) { nodes { id } } }"}' | field id)
key="curl-$(date +%s)-$$"

# The same key again, after a lost answer for example, gives the same order.
answer=$(ask '{"query": "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { number } trackingToken userErrors { code message } } }", "variables": {"input": {
  "idempotencyKey": "'"$key"'", "branchId": "'"$branch"'", "fulfilment": "PICKUP",
  "customer": {"name": "Anna", "phone": "+7 900 000-00-00"},
  "lines": [{"article": "00102"}], "payment": {"method": "CASH"}}}}')
token=$(echo "$answer" | field trackingToken) || { echo "$answer" >&2; exit 1; }
echo "Order $(echo "$answer" | field number)"

for _ in $(seq "$looks"); do
  news=$(ask '{"query": "query ($token: String!) { trackedOrder(token: $token) { status injection { state } } }", "variables": {"token": "'"$token"'"}}')
  state=$(echo "$news" | field state)
  echo "In the till: $state, in the kitchen: $(echo "$news" | field status)"
  [ "$state" = IN_POS ] && exit 0
  sleep 1
done
echo "The till does not have it yet; people are told after three more tries" >&2
exit 1
