// The CPU's picture against the rules a graphics card follows.
#include "platform/web/rasterizer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <initializer_list>
#include <random>
#include <vector>

#include "imgui.h"

namespace luping::web {
namespace {

constexpr int kSize = 64;
constexpr std::uint32_t kWhite = 0xFFFFFFFFU;
constexpr std::uint32_t kBlack = 0xFF000000U;
constexpr std::uint32_t kHalfBlack = 0x80000000U;

/// One draw list over one texture, and the picture it makes.
class Sheet {
 public:
  Sheet() {
    texture_.Create(ImTextureFormat_RGBA32, 8, 8);
    for (int i = 0; i < 8 * 8; ++i) {
      texel(i % 8, i / 8) = kWhite;
    }
    list_.CmdBuffer.push_back(ImDrawCmd());
    list_.CmdBuffer[0].ClipRect = {0, 0, kSize, kSize};
    list_.CmdBuffer[0].TexRef = texture_.GetTexRef();
    data_.CmdLists.push_back(&list_);
    data_.DisplaySize = {kSize, kSize};
    data_.FramebufferScale = {1, 1};
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  std::uint32_t& texel(int x, int y) { return *static_cast<std::uint32_t*>(texture_.GetPixelsAt(x, y)); }
  void clip(float left, float top, float right, float bottom) {
    list_.CmdBuffer[0].ClipRect = {left, top, right, bottom};
  }
  void scale(float factor) { data_.FramebufferScale = {factor, factor}; }

  void add(std::initializer_list<ImDrawVert> corners, std::initializer_list<int> order) {
    const auto first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
    for (const ImDrawVert& corner : corners) {
      list_.VtxBuffer.push_back(corner);
    }
    for (const int at : order) {
      list_.IdxBuffer.push_back(first + static_cast<ImDrawIdx>(at));
    }
    list_.CmdBuffer[0].ElemCount = static_cast<unsigned>(list_.IdxBuffer.Size);
  }

  /// A box as ImGui makes it, or in an order that no shortcut knows.
  void box(ImVec2 low, ImVec2 high, std::uint32_t colour, ImVec2 uv_low, ImVec2 uv_high, bool usual = true) {
    const ImDrawVert a{low, uv_low, colour};
    const ImDrawVert b{{high.x, low.y}, {uv_high.x, uv_low.y}, colour};
    const ImDrawVert c{high, uv_high, colour};
    const ImDrawVert d{{low.x, high.y}, {uv_low.x, uv_high.y}, colour};
    if (usual) {
      add({a, b, c, d}, {0, 1, 2, 0, 2, 3});
    } else {
      add({a, b, c, d}, {3, 0, 1, 1, 2, 3});
    }
  }

  std::vector<std::uint32_t> draw() {
    std::vector<std::uint32_t> pixels(kSize * kSize, 0x12345678U);
    rasterize(data_, {pixels.data(), kSize, kSize});
    return pixels;
  }

 private:
  ImTextureData texture_;
  ImDrawList list_{nullptr};
  ImDrawData data_;
};

std::uint32_t at(const std::vector<std::uint32_t>& pixels, int x, int y) {
  return pixels[static_cast<std::size_t>(y * kSize + x)];
}

int red(std::uint32_t pixel) { return static_cast<int>(pixel & 0xFFU); }

TEST(Rasterizer, AnEmptyFrameIsWhite) {
  Sheet sheet;
  for (const std::uint32_t pixel : sheet.draw()) {
    ASSERT_EQ(pixel, kWhite);
  }
}

TEST(Rasterizer, APixelBelongsToTheBoxThatCoversItsCentre) {
  Sheet sheet;
  sheet.box({10.4F, 10.6F}, {20.5F, 20.4F}, kBlack, {}, {});
  const auto pixels = sheet.draw();
  EXPECT_EQ(at(pixels, 10, 11), kBlack);
  EXPECT_EQ(at(pixels, 10, 10), kWhite);
  EXPECT_EQ(at(pixels, 9, 11), kWhite);
  EXPECT_EQ(at(pixels, 19, 19), kBlack);
  EXPECT_EQ(at(pixels, 20, 19), kWhite) << "an edge through the centre belongs to the pixel's other side";
  EXPECT_EQ(at(pixels, 19, 20), kWhite);
}

TEST(Rasterizer, TheShortcutForBoxesDrawsWhatTrianglesDraw) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> place(-5, kSize + 5);
  for (int i = 0; i < 200; ++i) {
    const ImVec2 a{place(random), place(random)};
    const ImVec2 b{place(random), place(random)};
    const ImVec2 low{std::round(std::min(a.x, b.x) * 256) / 256, std::round(std::min(a.y, b.y) * 256) / 256};
    const ImVec2 high{std::round(std::max(a.x, b.x) * 256) / 256, std::round(std::max(a.y, b.y) * 256) / 256};
    Sheet quick;
    Sheet slow;
    quick.box(low, high, 0xC0204060U, {}, {}, true);
    slow.box(low, high, 0xC0204060U, {}, {}, false);
    ASSERT_EQ(quick.draw(), slow.draw()) << low.x << ' ' << low.y << ' ' << high.x << ' ' << high.y;
  }
}

TEST(Rasterizer, NeighboursShareNoPixelAndLeaveNone) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> shift(-1, 1);
  for (int round = 0; round < 100; ++round) {
    // A disc cut into slices around a middle that lies anywhere: half black once is grey, twice would be darker.
    Sheet sheet;
    constexpr int kCorners = 17;
    const ImVec2 middle{32 + 8 * shift(random), 32 + 8 * shift(random)};
    for (int i = 0; i < kCorners; ++i) {
      const auto rim = [](int corner) {
        const double angle = 2 * 3.14159265358979 * (corner % kCorners) / kCorners;
        return ImVec2{static_cast<float>(32 + 25 * std::cos(angle)), static_cast<float>(32 + 25 * std::sin(angle))};
      };
      sheet.add({{middle, {}, kHalfBlack}, {rim(i), {}, kHalfBlack}, {rim(i + 1), {}, kHalfBlack}}, {0, 1, 2});
    }
    const auto pixels = sheet.draw();
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < kSize; ++x) {
        const double distance = std::hypot(x + 0.5 - 32, y + 0.5 - 32);
        const std::uint32_t pixel = at(pixels, x, y);
        if (distance < 24) {
          ASSERT_NEAR(red(pixel), 127, 1) << x << ' ' << y;
        } else if (distance > 25.1) {
          ASSERT_EQ(pixel, kWhite) << x << ' ' << y;
        }
      }
    }
  }
}

TEST(Rasterizer, ASoftEdgeFadesEvenly) {
  Sheet sheet;
  const std::uint32_t clear = kBlack & 0x00FFFFFFU;
  sheet.add({{{0, 0}, {}, kBlack}, {{kSize, 0}, {}, clear}, {{kSize, kSize}, {}, clear}, {{0, kSize}, {}, kBlack}},
            {0, 1, 2, 0, 2, 3});
  const auto pixels = sheet.draw();
  for (int x = 0; x < kSize; ++x) {
    EXPECT_NEAR(red(at(pixels, x, 20)), 255.0 * (x + 0.5) / kSize, 2) << x;
    EXPECT_EQ(at(pixels, x, 20), at(pixels, x, 50)) << x;
  }
}

TEST(Rasterizer, AGlyphOnWholePixelsIsCopied) {
  Sheet sheet;
  for (int i = 0; i < 16; ++i) {
    sheet.texel(2 + i % 4, 2 + i / 4) = (static_cast<std::uint32_t>(i) * 17U << 24U) | 0x00FFFFFFU;
  }
  sheet.box({30, 40}, {34, 44}, kBlack, {2.0F / 8, 2.0F / 8}, {6.0F / 8, 6.0F / 8});
  const auto pixels = sheet.draw();
  for (int i = 0; i < 16; ++i) {
    EXPECT_NEAR(red(at(pixels, 30 + i % 4, 40 + i / 4)), 255 - 17 * i, 1) << i;
  }
  EXPECT_EQ(at(pixels, 34, 40), kWhite);
}

TEST(Rasterizer, BetweenTexelsTheirMeanIsTaken) {
  Sheet sheet;
  sheet.texel(3, 3) = 0x00FFFFFFU;
  // Half a pixel to the right: each pixel sees two texels.
  sheet.box({30.5F, 40}, {34.5F, 44}, kBlack, {2.0F / 8, 2.0F / 8}, {6.0F / 8, 6.0F / 8});
  const auto pixels = sheet.draw();
  EXPECT_NEAR(red(at(pixels, 31, 41)), 127, 3);
  EXPECT_NEAR(red(at(pixels, 32, 41)), 127, 3);
  EXPECT_NEAR(red(at(pixels, 33, 41)), 0, 3);
}

TEST(Rasterizer, NothingIsDrawnOutsideTheClip) {
  Sheet sheet;
  sheet.clip(20, 10, 30, 15);
  sheet.box({-1000, -1000}, {1000, 1000}, kBlack, {}, {});
  sheet.box({-1000, -1000}, {1000, 1000}, kBlack, {}, {}, false);
  const auto pixels = sheet.draw();
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      ASSERT_EQ(at(pixels, x, y), x >= 20 && x < 30 && y >= 10 && y < 15 ? kBlack : kWhite) << x << ' ' << y;
    }
  }
}

TEST(Rasterizer, LengthsGrowWithTheScreen) {
  Sheet sheet;
  sheet.scale(1.25F);
  sheet.box({8, 8}, {16, 16}, kBlack, {}, {});
  const auto pixels = sheet.draw();
  EXPECT_EQ(at(pixels, 10, 10), kBlack);
  EXPECT_EQ(at(pixels, 19, 19), kBlack);
  EXPECT_EQ(at(pixels, 9, 10), kWhite);
  EXPECT_EQ(at(pixels, 20, 19), kWhite);
}

TEST(Rasterizer, AnythingMayCome) {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> anywhere(-3000, 3000);
  std::uniform_int_distribution<std::uint32_t> colour;
  Sheet sheet;
  for (int i = 0; i < 2000; ++i) {
    const auto corner = [&] {
      return ImDrawVert{{anywhere(random), anywhere(random)}, {anywhere(random), anywhere(random)}, colour(random)};
    };
    sheet.add({corner(), corner(), corner()}, {0, 1, 2});
  }
  for (const std::uint32_t pixel : sheet.draw()) {
    ASSERT_EQ(pixel >> 24U, 0xFFU) << "the picture stays opaque";
  }
}

}  // namespace
}  // namespace luping::web
