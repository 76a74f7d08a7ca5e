#include "canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "system_letters.h"

namespace vagval {

namespace {

constexpr const char* canvas_selector = "#canvas";
constexpr const char* shader_version = "#version 300 es";

// Eight bytes at a time: Dear ImGui's own hash goes one by one, over every vertex of each frame.
std::uint64_t mixed(std::uint64_t hash, const void* bytes, std::size_t size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), at += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  for (; size > 0; --size) hash = (hash ^ *at++) * 0x9E3779B97F4A7C15U;
  return hash;
}

/// Of all that a frame would draw; 0 where letters have to be brought to the graphics first.
std::uint64_t picture_hash(const ImDrawData& data) {
  for (const ImTextureData* texture : *data.Textures)
    if (texture->Status != ImTextureStatus_OK) return 0;
  const float size[] = {data.DisplaySize.x, data.DisplaySize.y, data.FramebufferScale.x};
  std::uint64_t hash = mixed(1, size, sizeof size);
  for (const ImDrawList* list : data.CmdLists) {
    hash = mixed(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    hash = mixed(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
      const std::uint64_t what[] = {command.GetTexID(), command.VtxOffset, command.IdxOffset, command.ElemCount};
      hash = mixed(hash, what, sizeof what);
    }
  }
  return hash;
}

}  // namespace

bool open_canvas(Canvas& canvas) {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
  wanted.enableExtensionsByDefault = false;
  canvas.gl = emscripten_webgl_create_context(canvas_selector, &wanted);
  if (canvas.gl <= 0) {
    canvas.gl = 0;
    return false;
  }
  emscripten_webgl_make_context_current(canvas.gl);
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "vagval_web";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  ImGui_ImplOpenGL3_Init(shader_version);
  ui::set_up(canvas.letters);
  canvas.letters.use(browser_letters());
  canvas.input.host_scrolls = canvas.input.host_shows_focus = true;
  return true;
}

void lose_canvas() { ImGui_ImplOpenGL3_Shutdown(); }

void restore_canvas(Canvas& canvas) {
  emscripten_webgl_make_context_current(canvas.gl);
  ImGui_ImplOpenGL3_Init(shader_version);
  canvas.picture = 0;
}

void draw(Canvas& canvas, const Screen& screen, std::uint32_t version) {
  ImGuiIO& io = ImGui::GetIO();
  const double now = emscripten_get_now();
  io.DeltaTime = static_cast<float>(std::clamp((now - canvas.last_frame_ms) / 1000, 0.001, 0.1));
  canvas.last_frame_ms = now;
  io.DisplaySize = {canvas.input.width, canvas.input.height};
  io.DisplayFramebufferScale = {canvas.ratio, canvas.ratio};

  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  canvas.input.version = version;
  canvas.frame = ui::paint(screen, canvas.input, canvas.painter, canvas.letters);
  ImGui::Render();
  // Every second frame is the one before it: the browser goes on showing that, and the graphics rest.
  const std::uint64_t picture = picture_hash(*ImGui::GetDrawData());
  if (picture != 0 && picture == canvas.picture) return;
  canvas.picture = picture;
  glViewport(0, 0, static_cast<int>(canvas.input.width * canvas.ratio + 0.5F),
             static_cast<int>(canvas.input.height * canvas.ratio + 0.5F));
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace vagval
