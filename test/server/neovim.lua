-- Run by neovim.test.ts in Neovim without a window: opens a meeting with a fault, waits for its diagnostic, takes the quick fix, waits until the
-- diagnostic has gone, and asks for proposals. What it saw goes to standard output as one line of JSON.
local node, cli, root = vim.env.CONVOKE_NODE, vim.env.CONVOKE_CLI, vim.env.CONVOKE_ROOT
local seen = {}

local function finish(problem)
  seen.problem = problem
  io.stdout:write(vim.fn.json_encode(seen) .. '\n')
  vim.cmd('qall!')
end

local function messages()
  return vim.tbl_map(function(each) return { code = each.code, message = each.message, line = each.lnum } end, vim.diagnostic.get(0))
end

vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/meetings/pump.md'))
local client = vim.lsp.start_client({
  name = 'convoke', cmd = { node, cli, 'lsp', '--stdio' }, root_dir = root,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = 'root' } },
})
vim.lsp.buf_attach_client(0, client)
if not vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20) then return finish('no diagnostic came') end
seen.before = messages()

local fault = vim.diagnostic.get(0)[1]
local position = { line = fault.lnum, character = fault.col }
local document = vim.lsp.util.make_text_document_params()
local function ask(method, more)
  local answers = vim.lsp.buf_request_sync(0, method, vim.tbl_extend('error', { textDocument = document }, more), 20000)
  local answer = answers and answers[client]
  if not answer or answer.err then return nil end
  return answer.result
end

local actions = ask('textDocument/codeAction', { range = { start = position, ['end'] = position }, context = { diagnostics = {}, only = { 'quickfix' } } })
if not actions or not actions[1] then return finish('no quick fix was offered') end
seen.action = actions[1].title
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
if not vim.wait(20000, function() return #vim.diagnostic.get(0) == 0 end, 20) then return finish('the diagnostic stayed') end
seen.lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)

-- Somebody types "organizer: a" on a line of its own.
vim.api.nvim_buf_set_lines(0, 1, 2, true, { 'organizer: a' })
local list = ask('textDocument/completion', { position = { line = 1, character = 12 } })
if not list then return finish('no proposals came') end
seen.proposals = vim.tbl_map(function(each) return each.label end, list.items or list)
vim.lsp.stop_client(client)
finish(nil)
