// SPDX-License-Identifier: Apache-2.0
// Titles of callouts that their author gave none.
#include "style/labels.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

struct CalloutLabel {
    std::string_view kind, simplified, traditional, japanese, korean, english;
};

constexpr std::array<CalloutLabel, 24> callout_labels{{
    {"abstract", "摘要", "摘要", "要約", "요약", "Abstract"},
    {"attention", "注意", "注意", "注意", "주의", "Attention"},
    {"bug", "缺陷", "缺陷", "不具合", "버그", "Bug"},
    {"caution", "当心", "當心", "注意", "주의", "Caution"},
    {"danger", "危险", "危險", "危険", "위험", "Danger"},
    {"deepdive", "深入", "深入", "さらに深く", "심층 탐구", "Deep dive"},
    {"details", "详情", "詳情", "詳細", "자세히", "Details"},
    {"error", "错误", "錯誤", "エラー", "오류", "Error"},
    {"example", "示例", "範例", "例", "예", "Example"},
    {"failure", "失败", "失敗", "失敗", "실패", "Failure"},
    {"hint", "提示", "提示", "ヒント", "힌트", "Hint"},
    {"important", "重要", "重要", "重要", "중요", "Important"},
    {"info", "信息", "資訊", "情報", "정보", "Info"},
    {"note", "注", "註", "注", "참고", "Note"},
    {"pitfall", "陷阱", "陷阱", "落とし穴", "함정", "Pitfall"},
    {"question", "问题", "問題", "質問", "질문", "Question"},
    {"quote", "引文", "引文", "引用", "인용", "Quote"},
    {"recap", "小结", "小結", "まとめ", "요약", "Recap"},
    {"solution", "解答", "解答", "解答", "해답", "Solution"},
    {"success", "成功", "成功", "成功", "성공", "Success"},
    {"summary", "小结", "小結", "まとめ", "정리", "Summary"},
    {"tip", "提示", "提示", "ヒント", "팁", "Tip"},
    {"warning", "警告", "警告", "警告", "경고", "Warning"},
    {"youwilllearn", "你将会学到", "你將會學到", "このページで学ぶこと", "학습 내용", "You will learn"},
}};

}  // namespace

std::string_view callout_label(std::string_view kind, Language language) {
    const auto found = std::find_if(callout_labels.begin(), callout_labels.end(),
                                    [&](const CalloutLabel& label) { return label.kind == kind; });
    if (found == callout_labels.end()) return kind;
    switch (language) {
        case Language::zh_hans:
            return found->simplified;
        case Language::zh_hant_tw:
        case Language::zh_hant_hk:
            return found->traditional;
        case Language::ja:
            return found->japanese;
        case Language::ko:
            return found->korean;
        case Language::en:
        case Language::other:
            break;
    }
    return found->english;
}

}  // namespace hanqing
